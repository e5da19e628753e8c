// A repository whose configuration names programs: git reads that configuration, and must start none of them.
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRepository } from '../../src/node/repository/read-repository';
import { commit, git, init, temporaryFolder, write } from '../unit/node/repository/git-repository';

const START = 1_700_000_000;

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

/** A repository of two commits, and a program that leaves a file in `started` when anything starts it. */
function repository(): { folder: string; program: string; started: () => string[] } {
  const [folder, started] = [join(place.path, 'model'), join(place.path, 'started')];
  mkdirSync(started);
  init(folder);
  commit(folder, 'README.md', START);
  commit(folder, 'README.md', START + 60);
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch "${started}/$$"\necho 1\n`);
  chmodSync(program, 0o755);
  return { folder, program, started: () => readdirSync(started) };
}

/** Settings with which a repository names a program that git may start. */
const NAMING: readonly (readonly [key: string, value: (program: string) => string])[] = [
  ['core.fsmonitor', (program) => program],
  ['core.sshCommand', (program) => program],
  ['core.pager', (program) => program],
  ['pager.rev-list', (program) => program],
  ['pager.config', (program) => program],
  ['core.editor', (program) => program],
  ['core.askPass', (program) => program],
  ['core.gitProxy', (program) => program],
  ['core.alternateRefsCommand', (program) => program],
  ['core.hooksPath', () => 'hooks'],
  ['credential.helper', (program) => `!${program}`],
  ['diff.external', (program) => program],
  ['gpg.program', (program) => program],
  ['uploadpack.packObjectsHook', (program) => program],
  ['alias.rev-list', (program) => `!${program}`],
  ['alias.rev-parse', (program) => `!${program}`],
  ['filter.x.clean', (program) => program],
  ['filter.x.smudge', (program) => program],
  ['filter.x.process', (program) => program],
  ['remote.origin.url', (program) => `ext::${program}`],
  ['remote.origin.uploadpack', (program) => program],
  ['remote.origin.vcs', () => 'program'],
];

const HOOKS = [
  'post-checkout',
  'post-index-change',
  'pre-auto-gc',
  'reference-transaction',
  'fsmonitor-watchman',
];

const facts = async (folder: string) => (await readRepository(folder, { git: true })).git;
const HISTORY = { state: 'history', commits: 2, firstCommit: START, lastCommit: START + 60 };

describe.skipIf(process.platform === 'win32')('no program of a hostile repository is started by', () => {
  test.each(NAMING)('%s', async (key, value) => {
    const { folder, program, started } = repository();
    git(folder, ['config', key, value(program)]);
    expect(await facts(folder)).toMatchObject(HISTORY);
    expect(started()).toEqual([]);
  });

  test('all of these, hooks, attributes and a file called git at once', async () => {
    const { folder, program, started } = repository();
    for (const [key, value] of NAMING) git(folder, ['config', key, value(program)]);
    for (const hook of HOOKS) {
      for (const where of ['hooks', '.git/hooks']) {
        write(join(folder, where, hook), `#!/bin/sh\n"${program}"\n`);
        chmodSync(join(folder, where, hook), 0o755);
      }
    }
    write(join(folder, '.gitattributes'), '* filter=x diff=x\n');
    write(join(folder, 'git'), `#!/bin/sh\n"${program}"\n`);
    chmodSync(join(folder, 'git'), 0o755);
    expect(await facts(folder)).toMatchObject(HISTORY);
    expect(started()).toEqual([]);
  });

  test('a partial clone that lacks what is counted, whose remote is a program', async () => {
    const { folder, program, started } = repository();
    const clone = join(place.path, 'clone');
    git(place.path, ['clone', '--quiet', '--no-checkout', '--depth', '1', `file://${folder}`, clone]);
    git(clone, ['config', 'remote.origin.url', `ext::${program}`]);
    git(clone, ['config', 'remote.origin.promisor', 'true']);
    git(clone, ['config', 'remote.origin.partialclonefilter', 'tree:0']);
    await facts(clone);
    expect(started()).toEqual([]);
  });

  test('a `.git` file that points to the repository of somebody else', async () => {
    const { folder, program, started } = repository();
    git(folder, ['config', 'core.fsmonitor', program]);
    const other = join(place.path, 'other');
    write(join(other, '.git'), `gitdir: ${join(folder, '.git')}\n`);
    await facts(other);
    expect(started()).toEqual([]);
  });

  test('alternates that point elsewhere', async () => {
    const { folder, program, started } = repository();
    git(folder, ['config', 'core.alternateRefsCommand', program]);
    write(join(folder, '.git/objects/info/alternates'), `${join(place.path, 'nowhere')}\n/etc\n`);
    expect(await facts(folder)).toMatchObject(HISTORY);
    expect(started()).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')(
  'the program of these tests is started where git is not held back',
  () => {
    const { folder, program, started } = repository();
    git(folder, ['config', 'core.fsmonitor', program]);
    git(folder, ['status']);
    expect(started().length).toBeGreaterThan(0);
  },
);
