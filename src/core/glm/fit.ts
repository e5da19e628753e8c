import type { DesignMatrix } from './design-matrix';
import type { Family, Link } from './family';

/**
 * A fitted generalised linear model; the names follow statsmodels' `GLMResults` in camel case.
 *
 * Arrays follow `columns`. `z`, `p` and the 95 % interval are of the normal distribution, not of t.
 */
export interface GlmFit {
  readonly columns: readonly string[];
  readonly nobs: number;
  readonly dfModel: number;
  readonly dfResid: number;
  readonly params: readonly number[];
  readonly bse: readonly number[];
  readonly z: readonly number[];
  readonly p: readonly number[];
  readonly ciLow: readonly number[];
  readonly ciHigh: readonly number[];
  /** Pearson's chi-squared over the residual degrees of freedom; 1 for Poisson and Binomial. */
  readonly scale: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly logLik: number;
  /** Log-likelihood of the mean alone, at this model's scale (as statsmodels takes it). */
  readonly logLikNull: number;
  readonly pearsonChi2: number;
  /** Cox and Snell's pseudo R², from `logLikNull`; flatters, see `r2Deviance`. */
  readonly pseudoR2CS: number;
  /** The plain share of the null deviance that the model explains. */
  readonly r2Deviance: number;
  readonly aic: number;
  /** deviance − dfResid · ln n: what statsmodels 0.13 prints as BIC. */
  readonly bicDeviance: number;
  /** −2 logLik + p · ln n. */
  readonly bicLogLik: number;
  readonly iterations: number;
  /** Covariance of the coefficients, an array of rows. */
  readonly cov: readonly (readonly number[])[];
}

/** Options of {@link fitGlm}; the defaults are the product's: Gaussian, its canonical identity link. */
export interface FitOptions {
  readonly family?: Family;
  readonly link?: Link;
  /** How many times each row counts (statsmodels' `freq_weights`); all 1 if absent. */
  readonly weights?: Float64Array;
  /** Solve in double-double arithmetic: every digit that double input allows, at several times the cost. */
  readonly certified?: boolean;
}

/** Fits a generalised linear model. */
export function fitGlm(_design: DesignMatrix, _response: Float64Array, _options?: FitOptions): GlmFit {
  throw new Error('Interface only.');
}
