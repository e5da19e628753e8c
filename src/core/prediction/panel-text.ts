import * as l10n from '@vscode/l10n';
import Big from 'big.js';
import type { Card } from '../card/card';
import { declarationAsYaml, type Declaration } from '../card/declare-emissions';
import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { printDecimal } from '../quantity/decimal';
import { formatMass } from '../quantity/format-mass';
import { kindLabel } from './kind-label';
import type { PanelCard } from './panel-state';
import { grouped } from '../quantity/grouped';

/** How the `source` of an estimate begins, so that nobody takes it for a measurement; not even this program. */
const ESTIMATED = 'Estimated by Model Card CO2';

/** Whether what a card declares is an estimate that was inserted here. */
export function isOwnEstimate({ emissions }: Card): boolean {
  const source = emissions?.fields.find(({ key }) => key === 'source')?.value;
  return typeof source === 'string' && source.startsWith(ESTIMATED);
}

/** More digits would promise what no model of emissions can keep. */
const DIGITS = 3;

/**
 * What a card declares for a prediction: grams, and a source that says it is an estimate and by what. In English, as the
 * Hub's readers and this program expect it.
 */
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

/** A section for the card's text, in the language of the panel: the estimate, how sure it is, and what it rests on. */
export function estimateAsMarkdown(model: EmissionsModel, prediction: Prediction, card: PanelCard): string {
  const { grams, interval, warnings } = prediction;
  const rows = card.predictors.map(
    ({ label, text, kind, origin }) =>
      `| ${cell(label)} | ${cell(text)} | ${cell(kindLabel(kind))}, ${cell(origin)} |`,
  );
  return [
    `## ${l10n.t('Environmental impact')}`,
    '',
    l10n.t(
      'Training is estimated to have emitted about **{grams} of CO₂eq**. This was not measured: {share} of 100 such models lie between {low} and {high}.',
      {
        grams: formatMass(grams),
        share: Math.round(interval.level * 100),
        low: formatMass(interval.low),
        high: formatMass(interval.high),
      },
    ),
    ...warnings.flatMap((warning) => ['', warning]),
    '',
    `| ${l10n.t('Predictor')} | ${l10n.t('Value')} | ${l10n.t('Origin')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    l10n.t(
      'Model: {0} ({1}; {2} models). Predicted with Model Card CO₂.',
      model.title,
      model.provenance.title,
      grouped(model.fit.rows),
    ),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
}
