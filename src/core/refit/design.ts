import * as l10n from '@vscode/l10n';
import { type DesignMatrix, INTERCEPT, isConstant } from '../glm/design-matrix';
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

/** Columns that are filled together. */
interface Block {
  readonly names: readonly string[];
  /** @param columns of zeros, one after the other */
  fill(columns: Float64Array): void;
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
  const domains = categoryBlock('domain', cleaned.domains, OTHER_DOMAIN, minCategoryRows, warnings);
  const organizations = categoryBlock(
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
  if (isConstant(cleaned.grams)) {
    warnings.push(
      l10n.t('All rows have the same emissions, so there is nothing to explain: the terms mean nothing.'),
    );
  }
  const blocks: Block[] = [
    { names: [INTERCEPT], fill: (column) => column.fill(1) },
    ...numeric.map(numericBlock),
    domains.block,
    organizations.block,
  ];
  const columns = blocks.flatMap(({ names }) => names);
  requireRows(rows, columns);
  return {
    design: { columns, rows, values: assemble(blocks, rows * columns.length, rows) },
    response: cleaned.grams.map((grams) => Math.log(grams)),
    categories: [...domains.counts, ...organizations.counts],
    ranges: numeric.map(rangeOf),
    warnings,
  };
}

function requireRows(rows: number, columns: readonly string[]): void {
  if (columns.length === 1) {
    throw new RefitError(l10n.t('There is nothing to fit: no predictor of the export varies over its rows.'));
  }
  if (rows <= columns.length) {
    const names = listed(columns);
    throw new RefitError(
      rows === 1
        ? l10n.t(
            '1 row is too few to fit {0} terms ({1}): at least one row more than terms is needed.',
            columns.length,
            names,
          )
        : l10n.t(
            '{rows} rows are too few to fit {terms} terms ({names}): at least one row more than terms is needed.',
            { rows, terms: columns.length, names },
          ),
    );
  }
}

function assemble(blocks: readonly Block[], length: number, rows: number): Float64Array {
  const values = new Float64Array(length);
  let from = 0;
  for (const block of blocks) {
    const to = from + block.names.length * rows;
    block.fill(values.subarray(from, to));
    from = to;
  }
  return values;
}

function numericBlock({ term, transform, values }: PredictorColumn): Block {
  return {
    names: [term],
    fill: (column) => {
      if (transform === 'identity') column.set(values);
      else for (let i = 0; i < column.length; i++) column[i] = Math.log10((values[i] ?? NaN) + LOG10_OFFSET);
    },
  };
}

function categoryBlock(
  kind: CategoryCount['kind'],
  { names, codes }: CategoryCodes,
  baseline: string,
  minRows: number,
  warnings: string[],
): { block: Block; counts: CategoryCount[] } {
  const rows = new Float64Array(names.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    rows[code] = (rows[code] ?? 0) + 1;
  }
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
  const columns = whole.filter(({ use }) => use === 'column');
  const startOf = new Float64Array(names.length).fill(-1);
  for (const [place, { code }] of columns.entries()) startOf[code] = place * codes.length;
  return {
    block: {
      names: columns.map(({ name }) => name),
      fill: (into) => fillIndicators(into, codes, startOf),
    },
    counts: whole.map(({ kind: of, name, rows: count, use }) => ({ kind: of, name, rows: count, use })),
  };
}

/** Puts each row's one into the column of its category. @param startOf where in `into` that is; negative for none */
function fillIndicators(into: Float64Array, codes: Uint32Array, startOf: Float64Array): void {
  for (let i = 0; i < codes.length; i++) {
    const start = startOf[codes[i] ?? 0] ?? -1;
    if (start >= 0) into[start + i] = 1;
  }
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

function constantWarning(term: string, value: number): string {
  return l10n.t('{0} is {1} in every row, so there is no term for it.', term, value);
}

function rangeOf({ term, transform, values }: PredictorColumn): PredictorRange {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { term, transform, min, max };
}
