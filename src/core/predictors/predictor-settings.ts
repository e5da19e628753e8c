import type { PredictorSettings } from './predictor';

const NAMES = ['parameters', 'likes', 'commits', 'repoAgeDays', 'task', 'organization'] as const;

/** Predictors as they stand in settings or in the configuration file, where null is as good as absent. */
export type WrittenPredictors = { readonly [Name in keyof PredictorSettings]?: unknown };

/**
 * What the user has set about a card's model: for this card, else for all. Only what is set.
 *
 * @param card its path as it stands in `cards`, relative to the folder that the settings are for
 */
export function predictorSettingsOf(
  card: string,
  all: WrittenPredictors,
  cards: Readonly<Record<string, WrittenPredictors | undefined>>,
): PredictorSettings {
  const own = Object.hasOwn(cards, card) ? cards[card] : undefined;
  const set = NAMES.map((name) => [name, own?.[name] ?? all[name]] as const).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(set);
}
