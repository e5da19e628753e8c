import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a command ended. */
export interface GroupEnd {
  /** Its exit code, else the signal or the error that ended it. */
  readonly status: number | string;
  /** The last lines it printed. */
  readonly output: string;
}

/** A command together with every process that it starts. */
export interface ProcessGroup {
  /** Settles when no process of the group is left. */
  readonly ended: Promise<GroupEnd>;
  /**
   * Waits for a line of output that matches and returns the pattern's first group.
   *
   * @throws with the last output when the group ends or `limit` milliseconds pass before
   */
  lineMatching(pattern: RegExp, limit: number): Promise<string>;
  /** Ends every process of the group at once and waits for it. */
  end(): Promise<void>;
}

const leader = join(import.meta.dirname, 'group-leader.mjs');
const linesKept = 40;

/**
 * Starts `command` in a process group of its own, which ends with this process at the latest, even when this process
 * is killed. For systems with process groups, so not for Windows.
 */
export function startGroup(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): ProcessGroup {
  const child = spawn(process.execPath, [leader, command, ...args], {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let status: number | string = 'ended from outside';
  child.on('message', (message) => {
    if (typeof message === 'number' || typeof message === 'string') status = message;
  });
  const lines = new EventEmitter<{ line: [string] }>();
  const tail: string[] = [];
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    createInterface(stream).on('line', (line) => {
      tail.push(line);
      if (tail.length > linesKept) tail.shift();
      lines.emit('line', line);
    });
  }
  // The event `close` of the child would do, but it does not come after `disconnect()`.
  const ends = [once(child, 'exit'), ...streams.map((stream) => once(stream, 'close'))];
  const ended = Promise.all(ends).then(() => ({ status, output: tail.join('\n') }));
  return {
    ended,
    lineMatching: (pattern, limit) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => reject(new Error(`${command} ${why}.\n${tail.join('\n')}`));
        const timer = setTimeout(() => fail(`printed no ${pattern.source} within ${limit / 1000} s`), limit);
        void ended.then(({ status }) => fail(`ended (${status})`));
        lines.on('line', (line) => {
          const found = pattern.exec(line)?.[1];
          if (found === undefined) return;
          clearTimeout(timer);
          resolve(found);
        });
      }),
    async end() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
