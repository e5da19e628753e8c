import Big from 'big.js';
import type { Card } from '../card/card';
import { declarationAsYaml, type Declaration } from '../card/declare-emissions';
import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { printDecimal } from '../quantity/decimal';
import { formatMass } from '../quantity/format-mass';
import type { PanelCard } from './panel-state';

/** How the `source` of an estimate begins, so that nobody takes it for a measurement; not even this program. */
const ESTIMATED = 'Estimated by Model Card CO2';

/** Whether what a card declares is an estimate that was inserted here. */
export function isOwnEstimate({ emissions }: Card): boolean {
  const source = emissions?.fields.find(({ key }) => key === 'source')?.value;
  return typeof source === 'string' && source.startsWith(ESTIMATED);
}

/** More digits would promise what no model of emissions can keep. */
const DIGITS = 3;

/** What a card declares for a prediction: grams, and a source that says it is an estimate and by what. */
export function estimateDeclaration(model: EmissionsModel, { grams, interval }: Prediction): Declaration {
  const range = `${formatMass(interval.low)} to ${formatMass(interval.high)}`;
  return {
    emissions: { number: printDecimal(new Big(grams.toPrecision(DIGITS))) },
    source: `${ESTIMATED} (model: ${model.title}), not measured; ${Math.round(interval.level * 100)} % range ${range}`,
  };
}

/** The declaration as it stands in the metadata. */
export function estimateAsYaml(model: EmissionsModel, prediction: Prediction): string {
  return `${declarationAsYaml(estimateDeclaration(model, prediction))}\n`;
}

/** A section for the card's text: the estimate, how sure it is, and what it rests on. */
export function estimateAsMarkdown(model: EmissionsModel, prediction: Prediction, card: PanelCard): string {
  const { grams, interval, warnings } = prediction;
  const range = `${formatMass(interval.low)} and ${formatMass(interval.high)}`;
  const rows = card.predictors.map(
    ({ label, text, kind, origin }) => `| ${cell(label)} | ${cell(text)} | ${kind}, ${cell(origin)} |`,
  );
  return [
    '## Environmental impact',
    '',
    `Training is estimated to have emitted about **${formatMass(grams)} of CO₂eq**. This was not measured: ${Math.round(interval.level * 100)} of 100 such models lie between ${range}.`,
    ...warnings.flatMap((warning) => ['', warning]),
    '',
    '| Predictor | Value | Origin |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `Model: ${model.title} (${model.provenance.title}; ${model.fit.rows.toLocaleString('en-US')} models). Predicted with Model Card CO₂.`,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
}
