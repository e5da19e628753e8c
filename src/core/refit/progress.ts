import { RefitCancelled } from './refit-error';

/** Asked between steps of work. A getter may read a shared flag, so that a busy worker can still be stopped. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** The steps of a refit, in order. */
export type RefitPhase = 'reading' | 'cleaning' | 'fitting' | 'validating' | 'reporting';

/** How far a refit has come. */
export interface RefitProgress {
  readonly phase: RefitPhase;
  /** Bytes of the export read so far (compressed, where the files are), and in all. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Rows that report emissions, so far. */
  readonly rowsKept: number;
  /** Fits of the influence loop, so far. */
  readonly round: number;
}

/** @throws {RefitCancelled} once the user has cancelled */
export function stopIfCancelled(cancellation: Cancellation | undefined): void {
  if (cancellation?.cancelled === true) throw new RefitCancelled();
}
