import { failureText } from './failure';

/** What a shell tells of a program that SIGPIPE has ended, as it does most others: 128 + 13. */
const BROKEN_PIPE = 141;

/**
 * Ends the program where its output cannot go on: without a word where the reader has what it wants (`| head`), as Node
 * ignores SIGPIPE, and else with the reason (a full disk).
 *
 * @param failed the exit code for a reason
 */
export function endWithOutput(failed: number): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(BROKEN_PIPE);
      if (stream === process.stdout) process.stderr.write(failureText(error));
      process.exit(failed);
    });
  }
}
