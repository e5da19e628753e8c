import { constants } from 'node:os';

/** Settles when this process is asked to end, with the exit code that shells give for that signal. */
export function interruption(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(128 + constants.signals[signal]));
    }
  });
}

/** Settles when the process that started this one, with a pipe as stdin, is gone; with an exit code. */
export function abandonment(): Promise<number> {
  return new Promise((resolve) => {
    process.stdin.on('close', () => resolve(128 + constants.signals.SIGHUP));
    process.stdin.resume();
  });
}
