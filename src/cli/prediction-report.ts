import type { EmissionsModel } from '../core/glm/model-file';
import type { PredictorValues } from '../core/glm/predict';
import type { CardPrediction } from '../core/prediction/predict-card';
import type { Predictor } from '../core/predictors/predictor';
import { formatMass } from '../core/quantity/format-mass';
import { printable } from './formats/printable';
import { OPTIONS } from './predict-settings';

/** A prediction and what it was made with. */
export interface ReportedPrediction extends CardPrediction {
  /** Values of predictors that only this model has. */
  readonly further: PredictorValues;
  readonly model: EmissionsModel;
}

/** The prediction as JSON: what it is, and all that it rests on. */
export function predictionJson(predicted: ReportedPrediction): string {
  const { prediction, notes, model } = predicted;
  if (prediction === undefined) return '';
  const { grams, interval, linearPredictor, contributions, warnings } = prediction;
  const named = predictorsOf(predicted).map(([name, { value, origin, kind }]) => [
    name,
    { value, origin, kind },
  ]);
  const result = {
    grams,
    interval,
    linearPredictor,
    contributions: contributions.map(({ term, value, coefficient, contribution }) => ({
      term,
      value,
      coefficient,
      contribution,
    })),
    predictors: Object.fromEntries(named) as object,
    warnings: [...warnings, ...notes],
    model: {
      title: model.title,
      rows: model.fit.rows,
      source: model.provenance.source,
      date: model.provenance.date,
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The prediction for people. */
export function predictionText(predicted: ReportedPrediction): string {
  const { prediction, notes, model } = predicted;
  if (prediction === undefined) return '';
  const { grams, interval, contributions, warnings, covarianceKnown } = prediction;
  const percent = Math.round(interval.level * 100);
  const lines = [
    `${formatMass(grams)} of CO₂eq (${percent} % of such models: ${formatMass(interval.low)} to ${formatMass(interval.high)})`,
    '',
    ...predictorsOf(predicted).map(
      ([name, { value, origin, kind }]) => `  ${name.padEnd(14)} ${value} (${kind}: from ${origin})`,
    ),
    '',
    ...contributions.map(({ term, factor }) => `  ${term.padEnd(28)} × ${Number(factor.toPrecision(3))}`),
    '',
    `Model: ${model.title}, ${model.fit.rows} rows.`,
    ...(covarianceKnown
      ? []
      : ['The interval leaves out the uncertainty of the coefficients, whose covariance is not published.']),
    ...warnings,
    ...notes,
  ];
  // Names of files and the model's title are of others' making.
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}

type AnyPredictor = Predictor<number | string>;

/** The predictors by name, with those that only this model has. What is set here, an option sets. */
function predictorsOf({ predictors, further }: ReportedPrediction): [string, AnyPredictor][] {
  const gathered = Object.entries<AnyPredictor>({ ...predictors });
  const given = Object.entries(further).map(([name, value = NaN]): [string, AnyPredictor] => [
    name,
    { value, origin: '--predictor', kind: 'declared', source: 'setting' },
  ]);
  return [...gathered, ...given].map(([name, predictor]) => {
    const option = predictor.source === 'setting' ? OPTIONS[name] : undefined;
    return [name, option === undefined ? predictor : { ...predictor, origin: option }];
  });
}
