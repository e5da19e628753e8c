import * as l10n from '@vscode/l10n';
import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { massRange } from './mass-range';
import type { PanelComparison } from './panel-state';
import { grouped } from '../quantity/grouped';

/** A model and what it predicts for the card, where it can. */
export interface ComparedModel {
  readonly model: EmissionsModel;
  readonly prediction: Prediction | undefined;
}

const NOTHING = '–';

/** Two models side by side: on this card, by their fit, and coefficient by coefficient. */
export function panelComparison(inUse: ComparedModel, other: ComparedModel): PanelComparison {
  const both = [inUse, other] as const;
  const row = (name: string, text: (compared: ComparedModel) => string) => ({
    name,
    texts: [text(both[0]), text(both[1])] as const,
  });
  const terms = new Set(both.flatMap(({ model }) => model.terms.map(({ name }) => name)));
  const verdict = verdictOn(inUse, other);
  return {
    names: namesOf(inUse.model, other.model),
    rows: [
      row(l10n.t('This card'), ({ prediction }) => (prediction ? formatMass(prediction.grams) : NOTHING)),
      row(l10n.t('Range for this card'), ({ prediction }) => (prediction ? rangeOf(prediction) : NOTHING)),
      row(l10n.t('Models in the fit'), ({ model }) => grouped(model.fit.rows)),
      row(l10n.t('Date'), ({ model }) => model.provenance.date ?? NOTHING),
      row(l10n.t('R² (deviance explained)'), ({ model }) => model.fit.r2Deviance.toFixed(3)),
      row(l10n.t('Scale'), ({ model }) => model.scale.toFixed(4)),
      ...[...terms].map((name) => row(name, ({ model }) => coefficientOf(model, name))),
    ],
    ...(verdict !== undefined && { verdict }),
  };
}

/** Titles, told apart where they are the same. */
function namesOf(first: EmissionsModel, second: EmissionsModel): readonly [string, string] {
  if (first.title !== second.title) return [first.title, second.title];
  return [l10n.t('{0} (in use)', first.title), l10n.t('{0} (other)', second.title)];
}

function rangeOf({ interval }: Prediction): string {
  return massRange(interval.low, interval.high);
}

/** "0.8740 ± 0.113": the coefficient and its standard error. */
function coefficientOf({ terms }: EmissionsModel, name: string): string {
  const term = terms.find((candidate) => candidate.name === name);
  return term ? `${term.coefficient.toFixed(4)} ± ${term.standardError.toFixed(3)}` : NOTHING;
}

function verdictOn(
  { prediction: first }: ComparedModel,
  { prediction: second, model }: ComparedModel,
): string | undefined {
  if (first === undefined || second === undefined) return undefined;
  const ratio = second.grams / first.grams;
  if (ratio > 0.95 && ratio < 1.05) return l10n.t('Both predict about the same for this card.');
  return ratio > 1
    ? l10n.t(
        'For this card, {0} predicts {1} times as much as the model in use.',
        model.title,
        formatNumber(ratio),
      )
    : l10n.t(
        'For this card, {0} predicts {1} times less than the model in use.',
        model.title,
        formatNumber(1 / ratio),
      );
}
