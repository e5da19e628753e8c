import type { EmissionsModel, ModelTerm, TermTransform } from './model-file';
import { normalHalfWidth } from './normal';

/**
 * Values of predictors by name: numbers in their own unit (parameters, likes, commits as counts, repository age in
 * days), categories by name. A category that is absent counts as the baseline.
 */
export type PredictorValues = Readonly<Partial<Record<string, number | string>>>;

/** What one term adds to the prediction. */
export interface Contribution {
  readonly term: string;
  /** The predictor after its transformation: what the coefficient is multiplied with. */
  readonly value: number;
  readonly coefficient: number;
  /** coefficient · value, on the natural logarithm of grams. */
  readonly contribution: number;
  /** exp(contribution): what the term multiplies the grams by. */
  readonly factor: number;
}

export interface Prediction {
  /** exp(η) in grams of CO₂eq: the median, not the mean. */
  readonly grams: number;
  /** Where this share of such models' emissions is expected, in grams. */
  readonly interval: { readonly level: number; readonly low: number; readonly high: number };
  /** η, the natural logarithm of grams. */
  readonly linearPredictor: number;
  /** Standard deviation of a new observation's ln grams: √(scale + xᵀVx). */
  readonly sigma: number;
  /** Whether the interval includes the uncertainty of the coefficients, xᵀVx. */
  readonly covarianceKnown: boolean;
  readonly contributions: readonly Contribution[];
  /** Why to doubt this prediction in particular, in sentences. */
  readonly cautions: readonly Caution[];
  /** The sentences of `cautions`. */
  readonly warnings: readonly string[];
}

/** A reason to doubt a prediction. */
export interface Caution {
  readonly kind: 'extrapolation' | 'thin-category' | 'unknown-category';
  readonly predictor: string;
  readonly message: string;
}

/** A numeric predictor of the model has no value. */
export class MissingPredictorError extends Error {
  override readonly name = 'MissingPredictorError';

  constructor(readonly predictors: readonly string[]) {
    super(`There is no prediction without a value for ${predictors.join(', ')}.`);
  }
}

/** A category with fewer training rows than this is thin: a handful of models decide its coefficient. */
const THIN_CATEGORY = 10;

/**
 * Predicts the emissions of training a model.
 *
 * @param level share of such models that the interval is to hold.
 * @throws MissingPredictorError where a number that the model needs is absent or not finite.
 */
export function predict(model: EmissionsModel, predictors: PredictorValues, level = 0.95): Prediction {
  const missing = model.terms.flatMap(({ transform }) => missingFor(transform, predictors));
  if (missing.length > 0) throw new MissingPredictorError(missing);
  const contributions = model.terms.map((term) => contributionOf(term, predictors));
  const linearPredictor = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
  const uncertainty = quadraticForm(
    model.covariance,
    contributions.map(({ value }) => value),
  );
  const sigma = Math.sqrt(model.scale + (uncertainty ?? 0));
  const halfWidth = normalHalfWidth(level) * sigma;
  const cautions = [...extrapolations(model, predictors), ...doubtfulCategories(model, predictors)];
  return {
    grams: Math.exp(linearPredictor),
    interval: {
      level,
      low: Math.exp(linearPredictor - halfWidth),
      high: Math.exp(linearPredictor + halfWidth),
    },
    linearPredictor,
    sigma,
    covarianceKnown: uncertainty !== null,
    contributions,
    cautions,
    warnings: cautions.map(({ message }) => message),
  };
}

function missingFor(transform: TermTransform, predictors: PredictorValues): string[] {
  if (transform.kind === 'intercept' || transform.kind === 'indicator') return [];
  return Number.isFinite(transformed(transform, predictors)) ? [] : [transform.predictor];
}

function contributionOf(
  { name, transform, coefficient }: ModelTerm,
  predictors: PredictorValues,
): Contribution {
  const value = transformed(transform, predictors);
  const contribution = coefficient * value;
  return { term: name, value, coefficient, contribution, factor: Math.exp(contribution) };
}

/** The value of a term; NaN where its predictor is no number. */
function transformed(transform: TermTransform, predictors: PredictorValues): number {
  switch (transform.kind) {
    case 'intercept':
      return 1;
    case 'identity':
      return numberOf(predictors[transform.predictor]);
    case 'log10':
      return Math.log10(numberOf(predictors[transform.predictor]) + transform.offset);
    case 'indicator':
      return predictors[transform.predictor] === transform.category ? 1 : 0;
  }
}

function numberOf(value: number | string | undefined): number {
  return typeof value === 'number' ? value : NaN;
}

/** xᵀVx; null where V is unknown. */
function quadraticForm(covariance: EmissionsModel['covariance'], x: readonly number[]): number | null {
  if (covariance === null) return null;
  let sum = 0;
  covariance.forEach((row, j) => {
    row.forEach((value, k) => {
      sum += (x[j] ?? 0) * value * (x[k] ?? 0);
    });
  });
  // A covariance that has been rounded may come out a hair below zero.
  return Math.max(0, sum);
}

function extrapolations({ training }: EmissionsModel, predictors: PredictorValues): Caution[] {
  return Object.entries(training.ranges).flatMap(([predictor, range]): Caution[] => {
    const value = predictors[predictor];
    if (range === null || typeof value !== 'number' || (value >= range.min && value <= range.max)) return [];
    const [beyond, bound] = value < range.min ? ['below', range.min] : ['above', range.max];
    const known = range.basis === 'estimated' ? ' (estimated: the source gives no range)' : '';
    const message = `This extrapolates: ${spoken(predictor)} of ${plain(value)} is ${beyond} the model's training data, which ${value < range.min ? 'begin' : 'end'} at ${plain(bound)}${known}.`;
    return [{ kind: 'extrapolation', predictor, message }];
  });
}

function doubtfulCategories({ terms, training }: EmissionsModel, predictors: PredictorValues): Caution[] {
  return Object.entries(training.categories).flatMap(([predictor, { baseline, rows }]): Caution[] => {
    const category = predictors[predictor];
    if (typeof category !== 'string') return [];
    const hasTerm = terms.some(
      ({ transform }) =>
        transform.kind === 'indicator' &&
        transform.predictor === predictor &&
        transform.category === category,
    );
    if (!hasTerm) {
      if (baseline.includes(category)) return [];
      const message = `The model has no term for ${spoken(predictor)} “${category}”, so the baseline stands in for it.`;
      return [{ kind: 'unknown-category', predictor, message }];
    }
    const known = Object.hasOwn(rows, category) ? rows[category] : undefined;
    if (known === undefined || known.count >= THIN_CATEGORY) return [];
    const about = known.basis === 'estimated' ? 'about ' : '';
    const message = `What the model knows of ${spoken(predictor)} “${category}” rests on ${about}${known.count} models, too few to trust.`;
    return [{ kind: 'thin-category', predictor, message }];
  });
}

/** Predictors as people say them. */
const spokenNames: Readonly<Record<string, string>> = {
  parameters: 'a size in parameters',
  likes: 'a number of likes',
  commits: 'a number of commits',
  repoAgeDays: 'a repository age in days',
  domain: 'the task domain',
  organization: 'the organisation',
};

function spoken(predictor: string): string {
  return Object.hasOwn(spokenNames, predictor) ? (spokenNames[predictor] ?? predictor) : predictor;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
