import * as l10n from '@vscode/l10n';
import { type DesignMatrix, INTERCEPT } from '../glm/design-matrix';
import { OTHER_DOMAIN, OTHER_ORGANIZATION } from './categories';
import type { CategoryCodes, CleanedExport, PredictorColumn } from './cleaned-export';
import { listed } from './column-map';
import { RefitError } from './refit-error';

/** Added before the logarithm, so that a model nobody liked has one: the paper's 0.001. */
export const LOG10_OFFSET = 0.001;

/** How many rows have a category, and whether it became a column. */
interface CategoryCount {
  readonly kind: 'domain' | 'organization';
  readonly name: string;
  readonly rows: number;
  /** `column`, or why not: the baseline, or too few rows (which join the baseline). */
  readonly use: 'column' | 'baseline' | 'thin';
}

/** What the training rows cover of a predictor, before its transform. */
interface PredictorRange {
  readonly term: string;
  readonly transform: 'log10' | 'identity';
  readonly min: number;
  readonly max: number;
}

/** The design of an export, and what it was made of. */
export interface ExportDesign {
  readonly design: DesignMatrix;
  /** ln(grams). */
  readonly response: Float64Array;
  readonly categories: readonly CategoryCount[];
  readonly ranges: readonly PredictorRange[];
  readonly warnings: readonly string[];
}

/** A column before it is copied into the matrix. */
interface Term {
  readonly name: string;
  fill(column: Float64Array): void;
}

/**
 * Builds the design (paper, section 4.2 and Table 2): the intercept, log10(x + 0.001) of the counts, the age in days, a column
 * for each domain and each kind of organisation with enough rows, sorted by name. Columns that never vary are left
 * out with a warning.
 *
 * @param minCategoryRows categories with fewer rows get no column
 * @throws {RefitError} where nothing is left to fit
 */
export function buildDesign(cleaned: CleanedExport, minCategoryRows: number): ExportDesign {
  const warnings: string[] = [];
  const rows = cleaned.rows.length;
  const domains = categoryTerms('domain', cleaned.domains, OTHER_DOMAIN, minCategoryRows, warnings);
  const organizations = categoryTerms(
    'organization',
    cleaned.organizations,
    OTHER_ORGANIZATION,
    minCategoryRows,
    warnings,
  );
  const numeric = cleaned.predictors.filter((predictor) => {
    const varies = !isConstant(predictor.values);
    if (!varies) warnings.push(constantWarning(predictor.term, predictor.values[0] ?? 0));
    return varies;
  });
  const terms: Term[] = [
    { name: INTERCEPT, fill: (column) => column.fill(1) },
    ...numeric.map(numericTerm),
    ...domains.terms,
    ...organizations.terms,
  ];
  requireRows(rows, terms);
  return {
    design: assemble(terms, rows),
    response: cleaned.grams.map((grams) => Math.log(grams)),
    categories: [...domains.counts, ...organizations.counts],
    ranges: numeric.map(rangeOf),
    warnings,
  };
}

function requireRows(rows: number, terms: readonly Term[]): void {
  if (terms.length === 1) {
    throw new RefitError(l10n.t('There is nothing to fit: no predictor of the export varies over its rows.'));
  }
  if (rows <= terms.length) {
    const names = listed(terms.map(({ name }) => name));
    throw new RefitError(
      rows === 1
        ? l10n.t(
            '1 row is too few to fit {0} terms ({1}): at least one row more than terms is needed.',
            terms.length,
            names,
          )
        : l10n.t(
            '{rows} rows are too few to fit {terms} terms ({names}): at least one row more than terms is needed.',
            { rows, terms: terms.length, names },
          ),
    );
  }
}

function assemble(terms: readonly Term[], rows: number): DesignMatrix {
  const values = new Float64Array(rows * terms.length);
  for (const [j, term] of terms.entries()) term.fill(values.subarray(j * rows, (j + 1) * rows));
  return { columns: terms.map(({ name }) => name), rows, values };
}

function numericTerm({ term, transform, values }: PredictorColumn): Term {
  return {
    name: term,
    fill: (column) => {
      if (transform === 'identity') column.set(values);
      else for (let i = 0; i < column.length; i++) column[i] = Math.log10((values[i] ?? NaN) + LOG10_OFFSET);
    },
  };
}

function categoryTerms(
  kind: CategoryCount['kind'],
  { names, codes }: CategoryCodes,
  baseline: string,
  minRows: number,
  warnings: string[],
): { terms: Term[]; counts: CategoryCount[] } {
  const rows = new Float64Array(names.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  const present = [...names.keys()]
    .filter((code) => (rows[code] ?? 0) > 0)
    .sort((a, b) => compareText(names[a] ?? '', names[b] ?? ''));
  const counts = present.map((code) => {
    const count = rows[code] ?? 0;
    const name = names[code] ?? '';
    const use = name === baseline ? 'baseline' : count < minRows ? 'thin' : 'column';
    return { kind, name, rows: count, use, code } as const;
  });
  const whole = withBaseline(counts, kind, warnings);
  const terms = whole
    .filter(({ use }) => use === 'column')
    .map(({ name, code }) => ({
      name,
      fill: (column: Float64Array) => {
        for (let i = 0; i < column.length; i++) column[i] = codes[i] === code ? 1 : 0;
      },
    }));
  return {
    terms,
    counts: whole.map(({ kind: of, name, rows: count, use }) => ({ kind: of, name, rows: count, use })),
  };
}

/** Where every row has a column, the columns add up to the intercept: then the commonest category is the baseline. */
function withBaseline<T extends CategoryCount>(
  counts: readonly T[],
  kind: CategoryCount['kind'],
  warnings: string[],
): readonly T[] {
  if (counts.some(({ use }) => use !== 'column')) return counts;
  const commonest = counts.reduce((most, count) => (count.rows > most.rows ? count : most));
  const warning = counts.length === 1 ? onlyCategoryWarning : noBaselineWarning;
  warnings.push(warning(kind, commonest.name));
  return counts.map((count) => (count === commonest ? { ...count, use: 'baseline' } : count));
}

function onlyCategoryWarning(kind: CategoryCount['kind'], name: string): string {
  return kind === 'domain'
    ? l10n.t('Every row has the task domain "{0}", so there is no term for it.', name)
    : l10n.t('Every row has the kind of organisation "{0}", so there is no term for it.', name);
}

function noBaselineWarning(kind: CategoryCount['kind'], name: string): string {
  return kind === 'domain'
    ? l10n.t('No row is left for the baseline task domain, so the commonest, "{0}", takes its place.', name)
    : l10n.t(
        'No row is left for the baseline kind of organisation, so the commonest, "{0}", takes its place.',
        name,
      );
}

/** By code unit, as Python sorts: a locale's order would depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isConstant(values: Float64Array): boolean {
  const first = values[0];
  return values.every((value) => value === first);
}

function constantWarning(term: string, value: number): string {
  return l10n.t('{0} is {1} in every row, so there is no term for it.', term, value);
}

function rangeOf({ term, transform, values }: PredictorColumn): PredictorRange {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { term, transform, min, max };
}
