import type { EmissionsModel, ModelTerm } from '../glm/model-file';
import { normalHalfWidth } from '../glm/normal';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { predictorLabel } from './panel-predictors';
import type { PanelModel, PanelTerm } from './panel-state';
import { formatFactor } from './panel-steps';

/** A model together with where it was read from. */
export interface PlacedModel {
  readonly model: EmissionsModel;
  /** The model file; undefined for the bundled model. */
  readonly file?: string;
}

/** The model in use: where it comes from, how far to trust it, what its coefficients mean. */
export function panelModel({ model, file }: PlacedModel, problem?: string): PanelModel {
  const { provenance, fit } = model;
  const facts = [
    { name: 'Kept in', text: file ?? 'the extension (bundled)' },
    { name: 'Source', text: `${provenance.title}. ${provenance.source}` },
    ...(provenance.date === null ? [] : [{ name: 'Date', text: provenance.date }]),
    { name: 'Fitted on', text: `${fit.rows.toLocaleString('en-US')} models` },
    { name: 'R²', text: qualityOf(model) },
    { name: 'Spread', text: spreadOf(model) },
    ...(provenance.exportHash === null ? [] : [{ name: 'Export', text: provenance.exportHash }]),
  ];
  return {
    title: model.title,
    facts,
    notes: provenance.notes,
    terms: model.terms.map(panelTerm),
    ...(problem !== undefined && { problem }),
  };
}

/** "0.60 (share of deviance explained); pseudo R² 0.77". */
function qualityOf({ fit }: EmissionsModel): string {
  return `${fit.r2Deviance.toFixed(2)} (share of the deviance explained); pseudo R² ${fit.pseudoR2CS.toFixed(2)}`;
}

/** By which factor 95 of 100 models lie around their prediction at the most. */
function spreadOf({ scale }: EmissionsModel): string {
  const factor = Math.exp(normalHalfWidth(0.95) * Math.sqrt(scale));
  return `95 of 100 models lie within a factor of ${formatNumber(factor)} of their prediction`;
}

function panelTerm({ name, transform, coefficient, standardError }: ModelTerm): PanelTerm {
  return {
    name,
    coefficient: coefficient.toFixed(4),
    standardError: standardError.toFixed(3),
    meaning: meaningOf(transform, coefficient),
  };
}

function meaningOf(transform: ModelTerm['transform'], coefficient: number): string {
  switch (transform.kind) {
    case 'intercept':
      return `starts at ${formatMass(Math.exp(coefficient))}`;
    case 'log10':
      return `${formatFactor(Math.exp(coefficient))} for ten times as many ${predictorLabel(transform.predictor).toLowerCase()}`;
    case 'identity':
      return `${formatFactor(Math.exp(100 * coefficient))} for 100 more in “${predictorLabel(transform.predictor)}”`;
    case 'indicator':
      return `${formatFactor(Math.exp(coefficient))} compared with the baseline`;
  }
}
