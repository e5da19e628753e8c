import * as l10n from '@vscode/l10n';
import type { EmissionsModel, ModelTerm } from '../glm/model-file';
import { normalHalfWidth } from '../glm/normal';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { modelWords } from './bundled-model-words';
import { predictorLabel } from './panel-predictors';
import type { PanelModel, PanelTerm } from './panel-state';
import { formatFactor } from './panel-steps';
import { grouped } from '../quantity/grouped';

/** A model together with where it was read from. */
export interface PlacedModel {
  readonly model: EmissionsModel;
  /** The model file; undefined for the bundled model. */
  readonly file?: string;
}

/** The model in use: where it comes from, how far to trust it, what its coefficients mean. */
export function panelModel({ model, file }: PlacedModel, problem?: string): PanelModel {
  const { provenance, fit } = model;
  const { source, notes } = modelWords(model);
  const facts = [
    { name: l10n.t('Kept in'), text: file ?? l10n.t('the extension (bundled)') },
    { name: l10n.t('Source'), text: `${provenance.title}. ${source}` },
    ...(provenance.date === null ? [] : [{ name: l10n.t('Date'), text: provenance.date }]),
    { name: l10n.t('Fitted on'), text: l10n.t('{0} models', grouped(fit.rows)) },
    { name: 'R²', text: qualityOf(model) },
    { name: l10n.t('Spread'), text: spreadOf(model) },
    ...(provenance.exportHash === null ? [] : [{ name: l10n.t('Export'), text: provenance.exportHash }]),
  ];
  return {
    title: model.title,
    facts,
    notes,
    terms: model.terms.map(panelTerm),
    ...(problem !== undefined && { problem }),
  };
}

/** "0.60 (share of deviance explained); pseudo R² 0.77". */
function qualityOf({ fit }: EmissionsModel): string {
  return l10n.t(
    '{0} (share of the deviance explained); pseudo R² {1}',
    fit.r2Deviance.toFixed(2),
    fit.pseudoR2CS.toFixed(2),
  );
}

/** By which factor 95 of 100 models lie around their prediction at the most. */
function spreadOf({ scale }: EmissionsModel): string {
  const factor = Math.exp(normalHalfWidth(0.95) * Math.sqrt(scale));
  return l10n.t('95 of 100 models lie within a factor of {0} of their prediction', formatNumber(factor));
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
      return l10n.t('starts at {0}', formatMass(Math.exp(coefficient)));
    case 'log10':
      return tenfold(transform.predictor, formatFactor(Math.exp(coefficient)));
    case 'identity':
      return l10n.t(
        '{0} for 100 more in “{1}”',
        formatFactor(Math.exp(100 * coefficient)),
        predictorLabel(transform.predictor),
      );
    case 'indicator':
      return l10n.t('{0} compared with the baseline', formatFactor(Math.exp(coefficient)));
  }
}

function tenfold(predictor: string, factor: string): string {
  switch (predictor) {
    case 'parameters':
      return l10n.t('{0} for ten times as many parameters', factor);
    case 'commits':
      return l10n.t('{0} for ten times as many commits', factor);
    case 'likes':
      return l10n.t('{0} for ten times as many likes', factor);
    default:
      return l10n.t('{0} for ten times as many {1}', factor, predictorLabel(predictor).toLowerCase());
  }
}
