import { spawnSync } from 'node:child_process';
import { folderWith } from './run-cli';

/** A git repository of its own with these files staged, as they are when a commit is made. */
export function freshRepository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
  ])
    git(folder, args);
  return folder;
}

/** What is staged, as hooks are told. */
export function stagedFiles(folder: string): string[] {
  return git(folder, ['diff', '--cached', '--name-only', '-z'])
    .split('\0')
    .filter((name) => name !== '');
}

function git(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
