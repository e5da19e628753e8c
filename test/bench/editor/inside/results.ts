import { appendFileSync } from 'node:fs';

/** Names the file that what was measured inside VS Code is written to, a line of JSON for each series. */
export const RESULTS_VARIABLE = 'MODEL_CARD_CO2_BENCH_RESULTS';

/** One figure, measured once or many times. */
export interface Series {
  readonly what: string;
  /** Milliseconds, or what `what` says. */
  readonly values: readonly number[];
}

/** Hands what was measured to the benchmark outside. */
export function tell(what: string, values: readonly number[]): void {
  const file = process.env[RESULTS_VARIABLE];
  if (file === undefined) throw new Error(`${RESULTS_VARIABLE} is not set.`);
  const series: Series = { what, values };
  appendFileSync(file, `${JSON.stringify(series)}\n`);
}
