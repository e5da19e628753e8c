import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { formatMass, formatNumber } from '../quantity/format-mass';
import type { PanelComparison } from './panel-state';

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
      row('This card', ({ prediction }) => (prediction ? formatMass(prediction.grams) : NOTHING)),
      row('Range for this card', ({ prediction }) => (prediction ? rangeOf(prediction) : NOTHING)),
      row('Models in the fit', ({ model }) => model.fit.rows.toLocaleString('en-US')),
      row('Date', ({ model }) => model.provenance.date ?? NOTHING),
      row('R² (deviance explained)', ({ model }) => model.fit.r2Deviance.toFixed(3)),
      row('Scale', ({ model }) => model.scale.toFixed(4)),
      ...[...terms].map((name) => row(name, ({ model }) => coefficientOf(model, name))),
    ],
    ...(verdict !== undefined && { verdict }),
  };
}

/** Titles, told apart where they are the same. */
function namesOf(first: EmissionsModel, second: EmissionsModel): readonly [string, string] {
  if (first.title !== second.title) return [first.title, second.title];
  return [`${first.title} (in use)`, `${second.title} (other)`];
}

function rangeOf({ interval }: Prediction): string {
  return `${formatMass(interval.low)} to ${formatMass(interval.high)}`;
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
  if (ratio > 0.95 && ratio < 1.05) return 'Both predict about the same for this card.';
  const words =
    ratio > 1 ? `${formatNumber(ratio)} times as much as` : `${formatNumber(1 / ratio)} times less than`;
  return `For this card, ${model.title} predicts ${words} the model in use.`;
}
