import { spawn } from 'node:child_process';
import { homedir } from 'node:os';

/** How a run of git ended. */
export interface GitRun {
  /** The exit code; `undefined` when git could not be started, was stopped, or ran out of time. */
  readonly code: number | undefined;
  /** git is not installed. */
  readonly missing: boolean;
  readonly timedOut: boolean;
  readonly stderr: string;
}

export interface GitOptions {
  readonly folder: string;
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Gets the output piece by piece: a long history is never held in memory. */
  readonly onOutput: (chunk: string) => void;
}

/** Whatever the repository configures, nothing else is started, written, asked or fetched. */
const HARDENED = [
  '--no-optional-locks',
  '--no-pager',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((c) => ['-c', c]),
];

/** Variables of git that say where the user's own configuration is; all others would point elsewhere. */
const KEPT = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_EXEC_PATH',
]);

const STDERR_LIMIT = 2000;

/** Runs git without a shell in `folder`. Rejects only with the reason of an aborted signal. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitRun> {
  const { folder, timeout, signal, onOutput } = options;
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(timeout);
  const run = await new Promise<GitRun>((resolve) => {
    const child = spawn('git', [...HARDENED, '-C', folder, ...args], {
      // Not in the folder: Windows would prefer a git.exe that lies there.
      cwd: homedir(),
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      windowsHide: true,
    });
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', onOutput);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(0, STDERR_LIMIT);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ code: undefined, missing: error.code === 'ENOENT', timedOut: deadline.aborted, stderr });
    });
    child.on('close', (code) =>
      resolve({ code: code ?? undefined, missing: false, timedOut: deadline.aborted, stderr }),
    );
  });
  signal?.throwIfAborted();
  return run;
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || KEPT.has(name));
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Otherwise every line is written on its own, which costs half of the time of a long history.
    GIT_FLUSH: '0',
    // A partial clone lacks trees; they must not be fetched for a count.
    GIT_NO_LAZY_FETCH: '1',
    NoDefaultCurrentDirectoryInExePath: '1',
    LC_ALL: 'C',
    LANGUAGE: 'C',
  };
}
