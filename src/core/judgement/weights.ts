import type { JudgedUnit, LogLikelihood } from './judgement';

/**
 * Every weight of the judgement, in natural log-odds (2.2 is nine to one, 4.6 is ninety-nine to one), each with its
 * reason. They were chosen on a labelled set of real cards by reasons that hold for any card, not fitted to it.
 */

/**
 * Before any evidence. Of numbers typed by hand about half are wrong, but nearly all cards are written by tools that
 * get it right; one in ten keeps a lone weak hint from raising an alarm. No real card was found in tonnes, pounds or
 * milligrams, so those need two strong pieces, or one that is nearly proof.
 */
export const PRIOR: Readonly<Record<JudgedUnit, number>> = { g: 0, kg: -2.2, t: -4, lb: -4.6, mg: -4.6 };

/** Nothing is said below this: better than four to one against the unit that stands in the card. */
export const MINIMUM_LOG_ODDS = 1.5;

/**
 * The text states the same digits with a unit. Equal digits are hardly chance when there are three or more of them;
 * one digit ("5 kg" against 5) is. A tool that writes grams repeats them in kilograms, so the unit decides, not the
 * digits alone.
 */
export const TEXT_STATES_UNIT: Readonly<Record<1 | 2 | 3, number>> = { 1: 3.5, 2: 5, 3: 6.5 };

/** AutoTrain's and Sentence Transformers' own code converts to grams before it writes: nothing in the text outweighs it. */
export const WRITTEN_BY_LIBRARY: LogLikelihood = { g: 9 };

/**
 * CodeCarbon prints kilograms and its users paste them: among real cards by hand that name it, kilograms prevail.
 * Alone it is no proof, since many convert.
 */
export const SOURCE_IS_CODECARBON: LogLikelihood = { kg: 1.5 };

/** The number is the one in the workspace's `emissions.csv`, whose unit is known to be kilograms. */
export const EQUALS_CODECARBON_FILE: LogLikelihood = { kg: 7 };

/** Who types a unit has thought of it; but a calculator's kilograms are also labelled grams by their readers. */
export const STATED_UNIT = 1.5;

/**
 * Physics: within the plausible range nothing is added; outside, the likelihood falls like a bell on the logarithmic
 * scale, one standard deviation for each `spread` (a factor), down to a floor that admits that energy, hours or
 * hardware may be wrong themselves. Energy is measured with the emissions; hours times rated power says less.
 */
export const ENERGY = { spread: 2, margin: 1.5, floor: -6 } as const;
export const HARDWARE_HOURS = { spread: 2.5, margin: 3, floor: -6 } as const;

/**
 * How long the named accelerator can have run, where the card does not say. Median and spread (a factor) of training
 * runs whose cards do say: hours for fine-tuning, a day and more for pre-training.
 */
export const RUN_LENGTH = {
  'fine-tuning': { hours: 2, spread: 9 },
  'pre-training': { hours: 30, spread: 12 },
  floor: -4,
} as const;

/**
 * The GLM's residual in its standard deviations: a thousandfold is 4.6 of them. Halved, because the model explains
 * only 60 % of the deviance and a card out of its line is not yet wrong.
 */
export const PREDICTION = { damping: 0.5, floor: -4 } as const;
