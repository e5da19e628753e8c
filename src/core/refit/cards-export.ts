import type { Card } from '../card/card';
import type { GatheredPredictors } from '../predictors/gather-predictors';
import type { Predictor } from '../predictors/predictor';
import type { GitHistory, RepositoryFacts } from '../predictors/repository-facts';
import { type CsvCell, csvText } from './report/csv';

/** A card of the workspace with what is known of it. */
export interface ExportedCard {
  /** Path of the card's folder in the workspace; the Hub's name of the repository is better, where git knows it. */
  readonly name: string;
  readonly card: Card;
  readonly gathered: GatheredPredictors;
  readonly repository?: RepositoryFacts;
}

/** The columns of an export, which refit reads without being told. */
export const CARD_COLUMNS = [
  'model_id',
  'parameters',
  'likes',
  'commits',
  'created_at',
  'last_modified',
  'pipeline_tag',
  'org_type',
  'co2_eq_emissions',
  'card_text',
] as const;

/** Whether nobody has said how often the model is liked. */
export function lacksLikes({ gathered }: ExportedCard): boolean {
  return known(gathered.predictors.likes) === null;
}

/**
 * Cards as a dataset export, a row each. What was only assumed stays empty: a fit must not learn from guesses.
 *
 * @param unknownLikes what stands where nobody knows the likes
 */
export function cardsExport(cards: readonly ExportedCard[], unknownLikes: 0 | null): string {
  return csvText(
    CARD_COLUMNS,
    cards.map((card) => rowOf(card, unknownLikes)),
  );
}

function rowOf({ name, card, gathered, repository }: ExportedCard, unknownLikes: 0 | null): CsvCell[] {
  const { parameters, likes, commits, organization } = gathered.predictors;
  const history = repository?.git.state === 'history' ? repository.git : undefined;
  const task = card.metadata?.values.pipeline_tag;
  return [
    history?.hubRepository ?? name,
    parameters?.value ?? null,
    known(likes) ?? unknownLikes,
    known(commits),
    ...datesOf(history, gathered),
    typeof task === 'string' ? task : null,
    known(organization),
    declaredIn(card),
    card.text.slice(card.frontMatter?.bodyStart ?? 0).trim(),
  ];
}

function known<T>({ kind, value }: Predictor<T>): T | null {
  return kind === 'assumed' ? null : value;
}

const DAY_SECONDS = 86_400;

/** First and last commit; an age that the settings give stands for itself, on days that nobody takes for real ones. */
function datesOf(history: GitHistory | undefined, { predictors }: GatheredPredictors): CsvCell[] {
  const days = known(predictors.repoAgeDays);
  if (days === null) return [null, null];
  if (predictors.repoAgeDays.source === 'git' && history) {
    return [history.firstCommit, history.lastCommit].map(instant);
  }
  return [instant(0), instant(days * DAY_SECONDS)];
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function declaredIn({ emissions }: Card): CsvCell {
  const value = emissions?.amount?.value;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
