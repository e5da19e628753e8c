import * as l10n from '@vscode/l10n';
import type { GlmFit } from './fit';
import { InvalidInputError } from './fit-error';
import { type EmissionsModel, MODEL_FILE_FORMAT, MODEL_FILE_VERSION, type TermTransform } from './model-file';

/** What a model file says beyond the fit. */
export interface ModelContext {
  readonly title: string;
  /** How each column of the fit was computed, by its name. */
  readonly transforms: Readonly<Record<string, TermTransform>>;
  readonly training: EmissionsModel['training'];
  readonly provenance: EmissionsModel['provenance'];
}

/**
 * The model file of a Gaussian fit of ln grams.
 *
 * @throws InvalidInputError where the fit is exact, so that there is no spread to predict with.
 * @throws RangeError where a column has no transform.
 */
export function modelOfFit(fit: GlmFit, context: ModelContext): EmissionsModel {
  const { title, transforms, training, provenance } = context;
  if (!(fit.scale > 0) || !Number.isFinite(fit.r2Deviance)) {
    throw new InvalidInputError(
      l10n.t(
        'The emissions in the fit do not vary, or follow exactly from the predictors, so a model of them could not say how far off it may be.',
      ),
    );
  }
  return {
    format: MODEL_FILE_FORMAT,
    version: MODEL_FILE_VERSION,
    title,
    response: { name: 'co2_eq_emissions', unit: 'g', transform: 'ln' },
    family: 'gaussian',
    link: 'identity',
    terms: fit.columns.map((name, j) => {
      const transform = Object.hasOwn(transforms, name) ? transforms[name] : undefined;
      if (transform === undefined) throw new RangeError(`Nobody said how the column “${name}” was computed.`);
      return {
        name,
        transform,
        coefficient: fit.params[j] ?? NaN,
        standardError: fit.bse[j] ?? NaN,
        z: fit.z[j] ?? null,
        p: fit.p[j] ?? null,
        interval: [fit.ciLow[j] ?? NaN, fit.ciHigh[j] ?? NaN],
      };
    }),
    scale: fit.scale,
    covariance: fit.cov.map((row) => [...row]),
    fit: {
      rows: fit.nobs,
      dfModel: fit.dfModel,
      dfResid: fit.dfResid,
      iterations: fit.iterations,
      logLik: fit.logLik,
      deviance: fit.deviance,
      pearsonChi2: fit.pearsonChi2,
      pseudoR2CS: fit.pseudoR2CS,
      r2Deviance: fit.r2Deviance,
    },
    training,
    provenance,
  };
}
