import type { RefitProgress } from './progress';

/** Between messages of progress, in milliseconds: no eye reads faster, and each one costs the editor a moment. */
const PROGRESS_EVERY = 100;

/**
 * Passes progress on now and then, and every new phase at once.
 *
 * @param now the time in milliseconds
 */
export function pacedProgress(
  tell: (progress: RefitProgress) => void,
  now: () => number,
): (progress: RefitProgress) => void {
  let told = -Infinity;
  let phase: RefitProgress['phase'] | undefined;
  return (progress) => {
    const time = now();
    if (progress.phase === phase && time - told < PROGRESS_EVERY) return;
    told = time;
    phase = progress.phase;
    tell(progress);
  };
}
