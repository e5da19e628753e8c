import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** One line of a benchmark's table. */
export interface Row {
  readonly what: string;
  /** By the column's title, which names the unit. */
  readonly figures: Readonly<Record<string, number>>;
  /** What one of the figures is held to. */
  readonly budget?: { readonly of: string; readonly atMost?: number; readonly atLeast?: number };
}

/**
 * Prints the rows as a table and, with `--json FILE` on the command line, writes them there. Ends with exit code 1
 * where a budget is exceeded.
 */
export function report(rows: readonly Row[], title?: string): void {
  if (title !== undefined) console.log(title);
  console.table(
    Object.fromEntries(
      rows.map(({ what, figures, budget }) => [
        what,
        { ...rounded(figures), ...(budget && verdict(budget, figures)) },
      ]),
    ),
  );
  const { values } = parseArgs({ options: { json: { type: 'string' } }, strict: false });
  written.push(...rows);
  if (typeof values.json === 'string') writeFileSync(values.json, `${JSON.stringify(written, null, 2)}\n`);
}

/** A benchmark may print more than one table. */
const written: Row[] = [];

function verdict(budget: NonNullable<Row['budget']>, figures: Row['figures']): { budget: string } {
  const { of, atMost = Infinity, atLeast = -Infinity } = budget;
  const value = figures[of] ?? NaN;
  const isKept = value <= atMost && value >= atLeast;
  if (!isKept) process.exitCode = 1;
  const bound = atMost === Infinity ? `≥ ${atLeast}` : `≤ ${atMost}`;
  return { budget: `${of} ${bound}${isKept ? '' : ' MISSED'}` };
}

function rounded(figures: Row['figures']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([title, value]) => [title, Number(value.toPrecision(3))]),
  );
}
