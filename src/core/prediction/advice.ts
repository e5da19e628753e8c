import * as l10n from '@vscode/l10n';
import type { EmissionsModel, ModelTerm } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import { type Predictors, predictorValue } from '../predictors/predictor';
import { formatNumber } from '../quantity/format-mass';
import { formatCount } from './format-count';

/** What follows for a model from what drives its prediction. */
export interface Advice {
  readonly sentence: string;
  /** Where the recommendation is made. */
  readonly source: string;
}

/** What a small fine-tune has. A value drives the prediction as far as it exceeds this. */
const SMALL_MODEL: Readonly<Record<string, number>> = {
  parameters: 1e7,
  commits: 5,
  likes: 1,
  repoAgeDays: 1,
};

/** A term drives the prediction when it adds at least a quarter to it. */
const LEAST_DRIVE = Math.log(1.25);
const MOST_PIECES = 3;

/** The paper's recommendations (sections 5.1 to 5.3), by what they are about. Numbers are added from the model. */
const RECOMMENDATIONS: Readonly<Record<string, { readonly advice: () => string; readonly section: string }>> =
  {
    parameters: {
      advice: () =>
        l10n.t('Pruning, distillation and low-rank adapters can do the same work with fewer of them.'),
      section: '5.1.1',
    },
    commits: {
      advice: () => l10n.t('Batch your updates and retrain only the parts that change.'),
      section: '5.1.2',
    },
    likes: {
      advice: () =>
        l10n.t(
          'Others will retrain and fine-tune what is popular, so an energy-efficient version pays off many times.',
        ),
      section: '5.1.3',
    },
    repoAgeDays: {
      advice: () => l10n.t('Archive what is finished and leave out updates that nobody needs.'),
      section: '5.1.4',
    },
    'domain Audio': {
      advice: () =>
        l10n.t(
          'Audio asks most of all for efficient encoding, lean pre-processing and a light architecture.',
        ),
      section: '5.2.1',
    },
    'organization university': {
      advice: () =>
        l10n.t(
          'Universities can share machines between institutions and train where electricity is renewable.',
        ),
      section: '5.3.1',
    },
    'organization non-profit': {
      advice: () => l10n.t('Non-profits can share computing with others and tune their training for energy.'),
      section: '5.3.2',
    },
    'organization company': {
      advice: () =>
        l10n.t(
          'Companies can buy efficient hardware and renewable electricity, and make both the rule for training.',
        ),
      section: '5.3.3',
    },
  };

interface Driver {
  readonly key: string;
  /** How much the term adds to ln grams, beyond a small model of the baseline. */
  readonly drive: number;
  readonly sentence: string;
}

/**
 * Advice from this card's largest drivers, the largest first: at most three pieces, each with what the model makes of
 * it. A refitted model in which a term does not raise emissions gives no advice on it.
 */
export function adviceFor(
  model: EmissionsModel,
  { contributions }: Prediction,
  predictors: Predictors,
): Advice[] {
  return model.terms
    .flatMap((term, index) => driverOf(term, contributions[index]?.contribution ?? 0, predictors) ?? [])
    .filter(({ drive }) => drive >= LEAST_DRIVE)
    .sort((a, b) => b.drive - a.drive)
    .slice(0, MOST_PIECES)
    .flatMap(({ key, sentence }) => {
      const recommendation = RECOMMENDATIONS[key];
      if (recommendation === undefined) return [];
      const source = l10n.t('The Hidden AI Race, section {0}', recommendation.section);
      return [{ sentence: `${sentence} ${recommendation.advice()}`, source }];
    });
}

function driverOf(
  { transform, coefficient }: ModelTerm,
  contribution: number,
  predictors: Predictors,
): Driver | undefined {
  switch (transform.kind) {
    case 'intercept':
      return undefined;
    case 'indicator': {
      const key = `${transform.predictor} ${transform.category}`;
      const sentence = l10n.t(
        '{0} multiplies the prediction by {1}.',
        transform.category,
        formatNumber(Math.exp(contribution)),
      );
      return { key, drive: contribution, sentence };
    }
    case 'identity':
    case 'log10': {
      const value = predictorValue(transform.predictor, predictors);
      const small = SMALL_MODEL[transform.predictor];
      if (typeof value !== 'number' || small === undefined) return undefined;
      const at = (x: number) =>
        coefficient * (transform.kind === 'identity' ? x : Math.log10(x + transform.offset));
      const drive = at(value) - at(small);
      const saved = 1 - Math.exp(at(value / 2) - at(value));
      return {
        key: transform.predictor,
        drive,
        sentence: leverage(transform.predictor, value, drive, saved),
      };
    }
  }
}

function leverage(predictor: string, value: number, drive: number, saved: number): string {
  const count = formatCount(value);
  const factor = formatNumber(Math.exp(drive));
  const percent = Math.round(saved * 100);
  switch (predictor) {
    case 'parameters':
      return l10n.t(
        '{count} parameters make the prediction {factor} times that of a small model; with half as many it would be {percent} % lower.',
        { count, factor, percent },
      );
    case 'commits':
      return l10n.t(
        '{count} commits make the prediction {factor} times that of a small model; with half as many it would be {percent} % lower.',
        { count, factor, percent },
      );
    case 'likes':
      return l10n.t(
        '{count} likes make the prediction {factor} times that of a small model; with half as many it would be {percent} % lower.',
        { count, factor, percent },
      );
    default:
      return l10n.t(
        '{count} days of work make the prediction {factor} times that of a small model; with half as many it would be {percent} % lower.',
        { count, factor, percent },
      );
  }
}
