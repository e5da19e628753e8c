import { execFile } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './project';

const run = promisify(execFile);

/** What the model repositories of the samples have gone through, by day. */
const history = [
  ['2025-03-03', 'Add the first checkpoint'],
  ['2025-03-19', 'Train two more epochs'],
  ['2025-04-28', 'Describe the evaluation'],
] as const;

/**
 * Copies the sample cards into `folder`, one model repository each, with a short git history (commits and age are
 * predictors) where git is installed.
 */
export async function copySampleCards(folder: string): Promise<void> {
  await cp(join(projectRoot, 'test/samples'), folder, { recursive: true });
  for (const name of await readdir(folder)) await addHistory(join(folder, name)).catch(ignoreMissingGit);
}

async function addHistory(repository: string): Promise<void> {
  await run('git', ['init', '--quiet'], { cwd: repository });
  await run('git', ['add', '.'], { cwd: repository });
  const author = [
    '-c',
    'user.name=Sample Author',
    '-c',
    'user.email=author@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  for (const [day, message] of history) {
    const date = `${day}T12:00:00Z`;
    await run('git', [...author, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', message], {
      cwd: repository,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  }
}

function ignoreMissingGit(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
