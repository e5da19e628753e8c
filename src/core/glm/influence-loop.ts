import * as l10n from '@vscode/l10n';
import { ActiveRows } from './active-rows';
import type { DesignMatrix } from './design-matrix';
import { RankDeficientError } from './fit-error';
import { type Influence, newWorkspace } from './influence';
import type { LeastSquares } from './solution';

export interface LoopOptions {
  /** A row goes when its Cook's distance exceeds this over the number of rows in the fit. */
  readonly cookNumerator: number;
  /** At most this many fits. */
  readonly roundLimit: number;
  readonly onRound: (round: LoopRound) => void;
}

/** One fit of the loop. Rows are positions in the loop's own design. */
export interface LoopRound {
  /** 1 for the first fit. */
  readonly check: number;
  /** Rows in this fit. */
  readonly n: number;
  /** Cook's distance above which a row was removed. */
  readonly threshold: number;
  readonly maxCook: number;
  /** Rows removed after this fit; the last one removes none. */
  readonly removed: readonly number[];
}

/** Influence in one fit of the loop; arrays run along `rows`, which are positions in the loop's own design. */
export interface LoopInfluence extends Influence {
  readonly rows: Int32Array;
  readonly threshold: number;
}

export interface LoopResult {
  readonly rounds: readonly LoopRound[];
  readonly first: LoopInfluence;
  readonly last: LoopInfluence;
  /** Columns still in the design. */
  readonly columns: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Nearer than this to the threshold, relative to it, a distance is not decided by the normal equations in plain
 * doubles (which are good to nine digits or better, see `CONDITION_LIMIT`), but measured again from the certified
 * solution. So no removal depends on the fast path.
 */
const CLOSE_CALL = 1e-6;

/**
 * Removes every row whose Cook's distance exceeds the threshold, refits, and repeats until there is none.
 *
 * The paper's rule (section 4.3.3): D > 4/n with the n of the current fit, all rows over it at once. A predictor
 * that has become constant over the rows left, or a combination of the others, leaves with a warning.
 */
export function removeInfluential(
  design: DesignMatrix,
  response: Float64Array,
  options: LoopOptions,
): LoopResult {
  const active = new ActiveRows(design, response);
  const workspace = newWorkspace(design.rows);
  const rounds: LoopRound[] = [];
  const warnings: string[] = [];
  let first: LoopInfluence | undefined;
  for (;;) {
    const threshold = options.cookNumerator / active.count;
    measureActive(active, threshold, workspace, warnings);
    const flagged = rowsOver(threshold, active.count, workspace);
    const obstacle =
      flagged.length === 0 ? null : obstacleTo(flagged.length, active, rounds.length + 1, options);
    if (obstacle !== null) warnings.push(obstacle);
    const removed = obstacle === null ? flagged : [];
    const round = {
      check: rounds.length + 1,
      n: active.count,
      threshold,
      maxCook: largest(workspace.cooksDistance, active.count),
      removed: removed.map((i) => active.positions[i] ?? 0),
    };
    rounds.push(round);
    first ??= snapshot(active, threshold, workspace);
    options.onRound(round);
    if (removed.length === 0) {
      const last = rounds.length === 1 ? first : snapshot(active, threshold, workspace);
      return { rounds, first, last, columns: active.columns, warnings };
    }
    active.remove(removed);
  }
}

/** Fits the active rows and measures their influence, leaving out columns that have lost their meaning. */
function measureActive(active: ActiveRows, threshold: number, into: Influence, warnings: string[]): void {
  for (const column of active.constantColumns()) {
    active.dropColumn(column);
    warnings.push(
      l10n.t('“{0}” no longer varies over the rows left, so it was left out of the model.', column),
    );
  }
  const fast = active.solve();
  if (fast !== null) {
    active.measure(fast, into);
    if (!hasCloseCall(threshold, active.count, into)) return;
  }
  active.measure(certified(active, warnings), into);
}

function certified(active: ActiveRows, warnings: string[]): LeastSquares {
  for (;;) {
    try {
      return active.solveCertified();
    } catch (error) {
      const column = error instanceof RankDeficientError ? error.columns[0] : undefined;
      if (column === undefined) throw error;
      active.dropColumn(column);
      warnings.push(
        l10n.t(
          'Over the rows left, “{0}” can be computed from other predictors, so it was left out of the model.',
          column,
        ),
      );
    }
  }
}

function hasCloseCall(threshold: number, count: number, { cooksDistance, leverage }: Influence): boolean {
  for (let i = 0; i < count; i++) {
    const distance = cooksDistance[i] ?? 0;
    // Near leverage one, rounding in the distance grows as 1/(1 − h).
    const margin = Math.abs(distance - threshold) * (1 - (leverage[i] ?? 0));
    if (margin <= CLOSE_CALL * Math.max(threshold, distance)) return true;
  }
  return false;
}

function rowsOver(threshold: number, count: number, { cooksDistance }: Influence): number[] {
  const rows: number[] = [];
  for (let i = 0; i < count; i++) if ((cooksDistance[i] ?? 0) > threshold) rows.push(i);
  return rows;
}

function obstacleTo(flagged: number, active: ActiveRows, check: number, options: LoopOptions): string | null {
  if (check >= options.roundLimit && options.roundLimit === 1) {
    return flagged === 1
      ? l10n.t(
          'The removal of influential rows stopped at its limit of 1 fit; 1 row is still over the threshold.',
        )
      : l10n.t(
          'The removal of influential rows stopped at its limit of 1 fit; {0} rows are still over the threshold.',
          flagged,
        );
  }
  if (check >= options.roundLimit) {
    return flagged === 1
      ? l10n.t(
          'The removal of influential rows stopped at its limit of {0} fits; 1 row is still over the threshold.',
          options.roundLimit,
        )
      : l10n.t(
          'The removal of influential rows stopped at its limit of {0} fits; {1} rows are still over the threshold.',
          options.roundLimit,
          flagged,
        );
  }
  if (active.count - flagged <= active.columns.length) {
    return flagged === 1
      ? l10n.t(
          'The removal of influential rows stopped, since it would have left too few to fit; 1 row is still over the threshold.',
        )
      : l10n.t(
          'The removal of influential rows stopped, since it would have left too few to fit; {0} rows are still over the threshold.',
          flagged,
        );
  }
  return null;
}

function snapshot(active: ActiveRows, threshold: number, workspace: Influence): LoopInfluence {
  return {
    rows: active.positions.slice(0, active.count),
    threshold,
    leverage: workspace.leverage.slice(0, active.count),
    cooksDistance: workspace.cooksDistance.slice(0, active.count),
    residStudentized: workspace.residStudentized.slice(0, active.count),
  };
}

function largest(values: Float64Array, count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, values[i] ?? 0);
  return most;
}
