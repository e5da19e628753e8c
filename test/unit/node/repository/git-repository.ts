import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder outside every repository, and its removal. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'card-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs git as nobody in particular: no configuration of the machine or of whoever runs the tests. */
export function git(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input?: string,
): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    input: input ?? '',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Author',
      GIT_AUTHOR_EMAIL: 'author@example.org',
      GIT_COMMITTER_NAME: 'Author',
      GIT_COMMITTER_EMAIL: 'author@example.org',
      ...env,
    },
  });
}

/** Writes a file and the folders that it needs. */
export function write(path: string, content: string | Uint8Array = path): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export function init(folder: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
}

/** Commits a change of `file` (relative to the repository) at a time in seconds since 1970. */
export function commit(folder: string, file: string, time: number): void {
  write(join(folder, file), `${file} at ${time}\n`);
  git(folder, ['--literal-pathspecs', 'add', '--', file]);
  const date = `${time} +0000`;
  git(folder, ['commit', '--quiet', '-m', file], {
    GIT_AUTHOR_DATE: '1000000000 +0000',
    GIT_COMMITTER_DATE: date,
  });
}
