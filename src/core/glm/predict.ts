import * as l10n from '@vscode/l10n';
import { grouped } from '../quantity/grouped';
import type {
  EmissionsModel,
  ModelTerm,
  TermTransform,
  TrainingCategories,
  TrainingRange,
} from './model-file';
import { normalHalfWidth } from './normal';
import { quadraticForm } from './quadratic-form';

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
  /** Why to doubt this prediction in particular, in sentences: extrapolation, thin and unknown categories. */
  readonly warnings: readonly string[];
}

/** A numeric predictor of the model has no value. */
export class MissingPredictorError extends Error {
  override readonly name = 'MissingPredictorError';

  constructor(readonly predictors: readonly string[]) {
    super(l10n.t('There is no prediction without a value for {0}.', predictors.join(', ')));
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
  const x = contributions.map(({ value }) => value);
  const uncertainty = model.covariance === null ? 0 : quadraticForm(model.covariance, x);
  const sigma = Math.sqrt(model.scale + uncertainty);
  const halfWidth = normalHalfWidth(level) * sigma;
  return {
    grams: Math.exp(linearPredictor),
    interval: {
      level,
      low: Math.exp(linearPredictor - halfWidth),
      high: Math.exp(linearPredictor + halfWidth),
    },
    linearPredictor,
    sigma,
    covarianceKnown: model.covariance !== null,
    contributions,
    warnings: [...extrapolations(model, predictors), ...doubtfulCategories(model, predictors)],
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
  // A term that is absent adds 0, not the −0 that a negative coefficient would make of it.
  const contribution = value === 0 ? 0 : coefficient * value;
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

function extrapolations({ training }: EmissionsModel, predictors: PredictorValues): string[] {
  return Object.entries(training.ranges).flatMap(([predictor, range]) => {
    const value = predictors[predictor];
    if (range === null || typeof value !== 'number' || (value >= range.min && value <= range.max)) return [];
    const amount = amountOf(predictor, value);
    return [value < range.min ? lessThanSeen(amount, range) : moreThanSeen(amount, range)];
  });
}

function lessThanSeen(amount: string, { min, basis }: TrainingRange): string {
  return basis === 'estimated'
    ? l10n.t(
        'Extrapolation: {0} is less than the model has seen (at least {1}, an estimate: its source gives no range).',
        amount,
        plain(min),
      )
    : l10n.t('Extrapolation: {0} is less than the model has seen (at least {1}).', amount, plain(min));
}

function moreThanSeen(amount: string, { max, basis }: TrainingRange): string {
  return basis === 'estimated'
    ? l10n.t(
        'Extrapolation: {0} is more than the model has seen (at most {1}, an estimate: its source gives no range).',
        amount,
        plain(max),
      )
    : l10n.t('Extrapolation: {0} is more than the model has seen (at most {1}).', amount, plain(max));
}

function doubtfulCategories({ terms, training }: EmissionsModel, predictors: PredictorValues): string[] {
  return Object.entries(training.categories).flatMap(([predictor, { baseline, rows }]) => {
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
      return [
        l10n.t(
          'The model has no term for “{0}” ({1}), so the baseline stands in for it.',
          category,
          predictor,
        ),
      ];
    }
    const known = Object.hasOwn(rows, category) ? rows[category] : undefined;
    if (known === undefined || known.count >= THIN_CATEGORY) return [];
    return [thinCategory(category, predictor, known)];
  });
}

function thinCategory(
  category: string,
  predictor: string,
  { count, basis }: TrainingCategories['rows'][string],
): string {
  const figures = { category, predictor, count };
  if (count === 1)
    return basis === 'estimated'
      ? l10n.t(
          'What the model knows of “{category}” ({predictor}) rests on about 1 model, too few to trust.',
          figures,
        )
      : l10n.t(
          'What the model knows of “{category}” ({predictor}) rests on 1 model, too few to trust.',
          figures,
        );
  return basis === 'estimated'
    ? l10n.t(
        'What the model knows of “{category}” ({predictor}) rests on about {count} models, too few to trust.',
        figures,
      )
    : l10n.t(
        'What the model knows of “{category}” ({predictor}) rests on {count} models, too few to trust.',
        figures,
      );
}

/** Amounts of predictors as people say them. */
const amounts: Readonly<Record<string, (amount: string) => string>> = {
  parameters: (amount) =>
    amount === '1' ? l10n.t('a size of 1 parameter') : l10n.t('a size of {0} parameters', amount),
  likes: (amount) => (amount === '1' ? l10n.t('a count of 1 like') : l10n.t('a count of {0} likes', amount)),
  commits: (amount) =>
    amount === '1' ? l10n.t('a count of 1 commit') : l10n.t('a count of {0} commits', amount),
  repoAgeDays: (amount) =>
    amount === '1' ? l10n.t('a repository age of 1 day') : l10n.t('a repository age of {0} days', amount),
};

function amountOf(predictor: string, value: number): string {
  const say = Object.hasOwn(amounts, predictor) ? amounts[predictor] : undefined;
  return say?.(plain(value)) ?? l10n.t('{0} of {1}', predictor, plain(value));
}

function plain(value: number): string {
  return grouped(Number(value.toPrecision(3)));
}
