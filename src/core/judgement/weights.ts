import type { JudgedUnit, LogLikelihood } from './evidence/evidence';
import type { LogNormal } from './log-normal';

/**
 * Every weight of the judgement, in natural log-odds (2.2 is nine to one, 4.6 is ninety-nine to one), each with its
 * reason. They were chosen on a labelled set of real cards by reasons that hold for any card, not fitted to it.
 */

/**
 * Before any evidence. Of the numbers that people type by hand about half are wrong; those that tools write are right,
 * and mostly known by their shape. One in six keeps a lone weak hint from raising an alarm. No real card was found in
 * tonnes, pounds or milligrams, so those need two strong pieces, or one that is nearly proof.
 */
export const PRIOR: Readonly<Record<JudgedUnit, number>> = { g: 0, kg: -1.6, t: -4, lb: -4.6, mg: -4.6 };

/** Nothing is said below this: better than four to one against the unit that stands in the card. */
export const MINIMUM_LOG_ODDS = 1.5;

/**
 * The text (or CodeCarbon's own file) states the same digits with a unit. Who writes a number twice, once with a unit,
 * meant that unit. Equal digits are hardly chance when there are three or more of them; a single one ("5 kg" against 5)
 * may be.
 */
export const EQUAL_DIGITS: Readonly<Record<1 | 2 | 3, number>> = { 1: 3.5, 2: 5.5, 3: 7.5 };

/** AutoTrain's and Sentence Transformers' own code converts to grams before it writes: nothing in the text outweighs it. */
export const WRITTEN_BY_LIBRARY: LogLikelihood = { g: 12 };

/**
 * CodeCarbon (and eco2AI) print kilograms and their users paste them: among real cards that people wrote by hand and that
 * name CodeCarbon, kilograms prevail. The ML CO2 calculator prints kilograms too, but on a page that its readers leave
 * with a unit in mind. Alone neither is proof, since many convert.
 */
export const SOURCE_REPORTS_KILOGRAMS = { tracker: 1.5, calculator: 1 } as const;

/**
 * Who types a unit has thought of it, so it takes strong evidence to say otherwise, and rare units are rare no more.
 * Except for "g": that is also typed by habit, because the field asks for grams, behind a calculator's kilograms. It
 * outweighs a source and the length of a run, and not hours, energy or the text.
 */
export const STATED_UNIT = { g: 1.1, other: 6 } as const;

/** Grams beside the number, in a comment or the source, are not as near to it as in the value, but not habit either. */
export const GRAMS_IN_WORDS = 3;

/**
 * Carbon intensity of electricity where the place is not known: four fifths of computing runs on mixed grids around
 * 400 g/kWh, the rest on clean ones (France, the Nordic countries, 10 to 90 g/kWh), a little on pure hydropower (Quebec).
 */
export const WORLD_INTENSITY: readonly LogNormal[] = [
  { share: 0.8, median: 400, spread: 1.8 },
  { share: 0.15, median: 40, spread: 2.2 },
  { share: 0.05, median: 5, spread: 2.5 },
];

/** Measured energy is rounded, and may leave out cooling or the rest of the machine. */
export const ENERGY = { spread: 1.3, floor: -6 } as const;

/**
 * Hours times rated power: most trainings draw 40 to 100 % of it, hours are rounded, and the rest of the machine is
 * counted or not. The floor is higher than for energy, since hours and hardware may be those of another run.
 */
export const HARDWARE_HOURS = { load: 0.7, spread: 1.7, floor: -4 } as const;

/**
 * How long the named hardware can have run, where the card does not say: nineteen of twenty fine-tunings take between
 * three minutes and four days, pre-trainings between one hour and six weeks; where the card says neither, one in seven
 * is taken for a pre-training. Silent at the floor, so that this alone raises no alarm: some trainings do end after
 * seconds.
 */
export const RUN_LENGTH = {
  'fine-tuning': { share: 0.85, median: 2, spread: 7 },
  'pre-training': { share: 0.15, median: 30, spread: 6 },
  floor: -2.7,
} as const;

/**
 * The GLM's residual in its standard deviations: a thousandfold is 4.6 of them. Halved, because the model explains
 * only 60 % of the deviance, and with a floor that lets it support other evidence but not stand alone.
 */
export const PREDICTION = { damping: 0.5, floor: -2.5 } as const;
