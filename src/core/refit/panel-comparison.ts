import * as l10n from '@vscode/l10n';
import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { grouped } from '../quantity/grouped';

/** The model in use beside the refitted one, as a table. */
export interface ModelComparison {
  /** Titles: the model in use (or the former one), the refitted one. */
  readonly names: readonly [string, string];
  readonly rows: readonly ModelRow[];
}

export interface ModelRow {
  readonly name: string;
  readonly texts: readonly [string, string];
  /** What to see in it: that two coefficients differ by more than their errors, that a term is new. */
  readonly note: string;
}

/** What both models predict for a card of the workspace. */
export interface CardRow {
  /** Path in the workspace. */
  readonly name: string;
  readonly declared: string;
  readonly texts: readonly [string, string];
  /** "× 1.8": the new prediction over the old one. */
  readonly change: string;
}

/** The cards of the workspace under both models. */
export interface CardComparison {
  readonly rows: readonly CardRow[];
  /** What there is to know about them, in a sentence: how many, that there are more, that it goes on. */
  readonly note: string;
}

const NOTHING = '–';
/** Half-width of a 95 % interval in standard errors. */
const Z = 1.96;

/** Sets the refitted model beside the one that it would replace. */
export function compareModels(former: EmissionsModel, refitted: EmissionsModel): ModelComparison {
  const both = [former, refitted] as const;
  const row = (name: string, text: (model: EmissionsModel) => string): ModelRow => ({
    name,
    texts: [text(both[0]), text(both[1])],
    note: '',
  });
  const terms = new Set(both.flatMap((model) => model.terms.map(({ name }) => name)));
  return {
    names: [former.title, refitted.title],
    rows: [
      row(l10n.t('Models in the fit'), ({ fit }) => grouped(fit.rows)),
      row(l10n.t('Deviance explained'), ({ fit }) => `${(100 * fit.r2Deviance).toFixed(1)} %`),
      row(l10n.t('Scale'), ({ scale }) => scale.toFixed(4)),
      ...[...terms].map((name) => termRow(name, former, refitted)),
    ],
  };
}

function termRow(name: string, former: EmissionsModel, refitted: EmissionsModel): ModelRow {
  const [a, b] = [former, refitted].map(({ terms }) => terms.find((term) => term.name === name));
  const text = (term: typeof a): string =>
    term ? `${signed(term.coefficient, 4)} ± ${term.standardError.toFixed(3)}` : NOTHING;
  return { name, texts: [text(a), text(b)], note: noteOn(a, b) };
}

type Term = EmissionsModel['terms'][number];

function noteOn(a: Term | undefined, b: Term | undefined): string {
  if (a === undefined) return l10n.t('new');
  if (b === undefined) return l10n.t('gone');
  const error = Math.hypot(a.standardError, b.standardError);
  return Math.abs(a.coefficient - b.coefficient) > Z * error ? l10n.t('differs by more than chance') : '';
}

function signed(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}

/** One card under both models. */
export function compareCard(
  name: string,
  declared: number | undefined,
  former: Prediction | undefined,
  refitted: Prediction | undefined,
): CardRow {
  const text = (prediction: Prediction | undefined): string =>
    prediction ? `≈ ${formatMass(prediction.grams)}` : NOTHING;
  const change = former && refitted ? `× ${formatNumber(refitted.grams / former.grams)}` : '';
  return {
    name,
    declared: declared === undefined ? NOTHING : formatMass(declared),
    texts: [text(former), text(refitted)],
    change,
  };
}
