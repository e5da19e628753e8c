import * as l10n from '@vscode/l10n';
import { doubleDoubleLeastSquares } from './certified';
import type { DesignMatrix } from './design-matrix';
import { type Family, families } from './family';
import { InvalidInputError, TooFewRowsError } from './fit-error';
import { irls, sumOverRows, weightedMean } from './irls';
import { leastSquares } from './least-squares';
import { linearModel, squaresAboutMean } from './linear-model';
import type { Link } from './link';
import { normalHalfWidth, twoSidedP } from './normal';
import { type LeastSquares, type Solve, unscaledCovariance } from './solution';

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

/** Options of {@link fitGlm}; the defaults are the product's: Gaussian, with its canonical identity link. */
export interface FitOptions {
  readonly family?: Family;
  readonly link?: Link;
  /** How many times each row counts (statsmodels' `freq_weights`); all 1 if absent. */
  readonly weights?: Float64Array;
  /** Solve in double-double arithmetic: every digit that double input allows, at a few times the cost. */
  readonly certified?: boolean;
}

/** What the likelihoods and tests are computed from, however the model was fitted. */
interface Fitted {
  readonly solution: LeastSquares;
  readonly iterations: number;
  readonly scale: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly pearsonChi2: number;
  readonly logLik: number;
  readonly logLikNull: number;
}

/** A fit with the solution of its (last) least squares problem, which influence is measured from. */
export interface SolvedFit {
  readonly fit: GlmFit;
  readonly solution: LeastSquares;
}

/**
 * Fits a generalised linear model; statsmodels' `GLM(y, X, family).fit()`.
 *
 * @param response one value a row; the product's is the natural logarithm of grams of CO₂eq.
 * @throws TooFewRowsError where there are not more rows than columns.
 * @throws RankDeficientError where a column can be computed from the others.
 * @throws InvalidInputError where a value is not finite, or is none that the family can produce.
 */
export function fitGlm(design: DesignMatrix, response: Float64Array, options: FitOptions = {}): GlmFit {
  return solveGlm(design, response, options).fit;
}

/** The same as {@link fitGlm}, with the solution. */
export function solveGlm(design: DesignMatrix, response: Float64Array, options: FitOptions = {}): SolvedFit {
  const family = options.family ?? 'gaussian';
  const link = options.link ?? families[family].canonicalLink;
  checkInput(design, response, family);
  const terms = design.columns.length;
  const nobs = options.weights?.reduce((sum, weight) => sum + weight, 0) ?? design.rows;
  if (nobs <= terms) throw new TooFewRowsError(nobs, terms);
  const solve: Solve = options.certified === true ? doubleDoubleLeastSquares : leastSquares;
  const fitted =
    family === 'gaussian' && link === 'identity'
      ? linear(design, response, { nobs, weights: options.weights, solve })
      : iterated(design, response, { family, link, weights: options.weights, solve });
  return { fit: inference(design.columns, nobs, fitted), solution: fitted.solution };
}

/**
 * The linear model needs no iterating, but statsmodels' count of it is 3: it compares each deviance, divided by the
 * scale of the fit before, with the last, and only the third equals the second.
 */
const LINEAR_ITERATIONS = 3;

function linear(
  design: DesignMatrix,
  response: Float64Array,
  options: { nobs: number; weights: Float64Array | undefined; solve: Solve },
): Fitted {
  const { nobs, weights, solve } = options;
  const { solution, residualSumOfSquares: residual } = linearModel(design, response, solve, weights);
  const total = squaresAboutMean(response, solve, weights);
  const scale = residual / (nobs - design.columns.length);
  return {
    solution,
    iterations: LINEAR_ITERATIONS,
    scale,
    deviance: residual,
    nullDeviance: total,
    pearsonChi2: residual,
    // The likelihood takes the scale that maximises it (SSR/n), the null one the scale above: statsmodels' choice.
    logLik: (-nobs / 2) * (Math.log((2 * Math.PI * residual) / nobs) + 1),
    logLikNull: -(total / scale + nobs * Math.log(2 * Math.PI * scale)) / 2,
  };
}

function iterated(
  design: DesignMatrix,
  response: Float64Array,
  options: { family: Family; link: Link; weights: Float64Array | undefined; solve: Solve },
): Fitted {
  const weights = options.weights ?? new Float64Array(design.rows).fill(1);
  const { variance, deviance, logLik, unitScale } = families[options.family];
  const dfResid = weights.reduce((sum, weight) => sum + weight, 0) - design.columns.length;
  const over = (means: Float64Array, term: (y: number, mean: number) => number): number =>
    sumOverRows(response, means, weights, term);
  const pearson = (means: Float64Array): number => over(means, (y, mean) => (y - mean) ** 2 / variance(mean));
  const scaleOf = (means: Float64Array): number => (unitScale ? 1 : pearson(means) / dfResid);
  const { solution, means, iterations } = irls({ ...options, design, response, weights, scaleOf });
  const nullMeans = new Float64Array(design.rows).fill(weightedMean(response, weights));
  const scale = scaleOf(means);
  return {
    solution,
    iterations,
    scale,
    deviance: over(means, deviance),
    nullDeviance: over(nullMeans, deviance),
    pearsonChi2: pearson(means),
    logLik: over(means, (y, mean) => logLik(y, mean, scale)),
    logLikNull: over(nullMeans, (y, mean) => logLik(y, mean, scale)),
  };
}

function inference(columns: readonly string[], nobs: number, fitted: Fitted): GlmFit {
  const { solution, scale, deviance, nullDeviance, logLik, logLikNull } = fitted;
  const terms = columns.length;
  const dfResid = nobs - terms;
  const unscaled = unscaledCovariance(solution);
  const params = Array.from(solution.params);
  const bse = params.map((_, j) => Math.sqrt(scale * (unscaled[j * terms + j] ?? 0)));
  const z = params.map((param, j) => param / (bse[j] ?? 0));
  const halfWidth = normalHalfWidth(0.95);
  return {
    columns: [...columns],
    nobs,
    dfModel: terms - 1,
    dfResid,
    params,
    bse,
    z,
    p: z.map(twoSidedP),
    ciLow: params.map((param, j) => param - halfWidth * (bse[j] ?? 0)),
    ciHigh: params.map((param, j) => param + halfWidth * (bse[j] ?? 0)),
    scale,
    deviance,
    nullDeviance,
    logLik,
    logLikNull,
    pearsonChi2: fitted.pearsonChi2,
    pseudoR2CS: -Math.expm1(((logLikNull - logLik) * 2) / nobs),
    r2Deviance: 1 - deviance / nullDeviance,
    aic: -2 * logLik + 2 * terms,
    bicDeviance: deviance - dfResid * Math.log(nobs),
    bicLogLik: -2 * logLik + terms * Math.log(nobs),
    iterations: fitted.iterations,
    cov: params.map((_, j) =>
      Array.from(unscaled.subarray(j * terms, (j + 1) * terms), (value) => scale * value),
    ),
  };
}

function checkInput(design: DesignMatrix, response: Float64Array, family: Family): void {
  const { rows, columns, values } = design;
  if (values.length !== rows * columns.length || response.length !== rows) {
    throw new RangeError(
      `The design says ${rows} rows of ${columns.length} columns, but holds ${values.length} values and ${response.length} responses.`,
    );
  }
  if (!allFinite(values)) {
    const bad = values.findIndex((value) => !Number.isFinite(value));
    throw new InvalidInputError(
      l10n.t('The predictor “{name}” is {value} in row {row}; a fit needs a finite number there.', {
        name: columns[Math.floor(bad / rows)] ?? '',
        value: values[bad] ?? NaN,
        row: bad % rows,
      }),
    );
  }
  const { admits, support, title } = families[family];
  const misfit = response.findIndex((value) => !admits(value));
  if (misfit >= 0) {
    throw new InvalidInputError(
      l10n.t('The response is {value} in row {row}; a {title} model needs {support}.', {
        value: response[misfit] ?? NaN,
        row: misfit,
        title,
        support: support(),
      }),
    );
  }
}

/** A plain loop: `every` takes ten times as long on a million rows. */
function allFinite(values: Float64Array): boolean {
  let nothing = 0;
  for (let i = 0; i < values.length; i++) nothing += (values[i] ?? 0) * 0;
  return nothing === 0;
}
