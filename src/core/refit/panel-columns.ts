import * as l10n from '@vscode/l10n';
import { type ColumnMap, type ColumnOverride, recogniseColumns } from './column-map';
import type { Field } from './fields';
import { HFCO2_EXPORT, profileOf } from './profile';

/** A field whose column was not recognised, and the columns that may hold it. */
export interface ColumnQuestion {
  readonly field: Field;
  /** "Which column holds the number of parameters?" */
  readonly text: string;
  /** What happens where no column is named. */
  readonly without: string;
  /** Without it there is nothing to fit. */
  readonly required: boolean;
  /** The columns that nothing else is read from, the likeliest first. */
  readonly columns: readonly string[];
  /** How many of the first of them look like it by their names. */
  readonly likely: number;
}

interface Asked {
  readonly field: Field;
  readonly text: () => string;
  readonly without: () => string;
  /** Parts of names that such columns have. */
  readonly words: readonly string[];
  /** Asked only where a column looks like it: most exports rightly have none. */
  readonly optional?: true;
}

const ASKED: readonly Asked[] = [
  {
    field: 'co2_eq_emissions',
    text: () => l10n.t('Which column holds the emissions?'),
    without: () => l10n.t('There is nothing to fit without emissions.'),
    words: ['co2', 'emission', 'carbon', 'grams'],
  },
  {
    field: 'parameters',
    text: () => l10n.t('Which column holds the number of parameters?'),
    without: () => l10n.t('The model is fitted without the number of parameters.'),
    words: ['param', 'size', 'weights', 'numel'],
  },
  {
    field: 'likes',
    text: () => l10n.t('Which column holds the number of likes?'),
    without: () => l10n.t('The model is fitted without likes.'),
    words: ['like', 'heart', 'star'],
  },
  {
    field: 'commits',
    text: () => l10n.t('Which column holds the number of commits?'),
    without: () => l10n.t('The model is fitted without commits.'),
    words: ['commit', 'revision'],
  },
  {
    field: 'created_at',
    text: () => l10n.t('Which column holds the date of creation?'),
    without: () => l10n.t('The model is fitted without the age of the repository.'),
    words: ['creat', 'first', 'birth'],
  },
  {
    field: 'last_modified',
    text: () => l10n.t('Which column holds the date of the last change?'),
    without: () => l10n.t('The model is fitted without the age of the repository.'),
    words: ['modif', 'updat', 'chang', 'last'],
  },
  {
    field: 'pipeline_tag',
    text: () => l10n.t('Which column holds the task (pipeline_tag)?'),
    without: () => l10n.t('The model is fitted without task domains.'),
    words: ['task', 'pipeline'],
    optional: true,
  },
  {
    field: 'org_type',
    text: () => l10n.t('Which column holds the kind of organisation?'),
    without: () => l10n.t('The model is fitted without kinds of organisation.'),
    words: ['org', 'owner_type', 'author_type'],
    optional: true,
  },
];

/** More columns than these are not offered: nobody reads such a list. */
const MOST_OFFERED = 100;

/** What to ask about an export before it is refitted; nothing where its columns are understood. */
export function columnQuestions(
  columns: readonly string[],
  overrides: readonly ColumnOverride[] = [],
): ColumnQuestion[] {
  const map = recogniseColumns(columns, overrides);
  if (profileOf(map, overrides) === HFCO2_EXPORT) return [];
  const free = freeColumns(columns, map);
  return ASKED.flatMap((asked) => {
    if (map.has(asked.field) || (asked.field === 'co2_eq_emissions' && map.has('card_text'))) return [];
    const question = questionAbout(asked, free);
    const isWorthIt = question.columns.length > 0 && (asked.optional !== true || question.likely > 0);
    return isWorthIt ? [question] : [];
  });
}

function questionAbout({ field, text, without, words }: Asked, free: readonly string[]): ColumnQuestion {
  const looksLikeIt = (column: string): boolean => words.some((word) => column.toLowerCase().includes(word));
  const likely = free.filter(looksLikeIt);
  const others = free.filter((column) => !looksLikeIt(column));
  return {
    field,
    text: text(),
    without: without(),
    required: field === 'co2_eq_emissions',
    columns: [...likely, ...others].slice(0, MOST_OFFERED),
    likely: likely.length,
  };
}

/** Columns that no field is read from, without the parts of nested ones that are. */
function freeColumns(columns: readonly string[], map: ColumnMap): string[] {
  const taken = [...map.values()];
  return columns.filter(
    (column) => column !== '' && !taken.some((path) => path === column || path.startsWith(`${column}.`)),
  );
}
