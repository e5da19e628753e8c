import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readGitHistory } from '../../../../src/node/repository/read-git-history';
import { commit, git, init, temporaryFolder, write } from './git-repository';

const START = 1_700_000_000;
const DAY = 86_400;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

const at = (...names: string[]) => join(folder.path, ...names);
const read = (path: string) => readGitHistory(path, { git: true });

/** A repository of three commits: two of the card, then one of another folder ten days later. */
function threeCommits(): string {
  const path = at('model');
  init(path);
  commit(path, 'README.md', START);
  commit(path, 'README.md', START + DAY);
  commit(path, 'code/train.py', START + 11 * DAY);
  return path;
}

describe('the history behind a card', () => {
  test('is every commit of HEAD, with the dates of the first and the last', async () => {
    expect(await read(threeCommits())).toEqual({
      state: 'history',
      commits: 3,
      firstCommit: START,
      lastCommit: START + 11 * DAY,
      shallow: false,
      scope: 'repository',
    });
  });

  test('includes what was merged, and takes the extremes of dates that are out of order', async () => {
    const path = threeCommits();
    git(path, ['checkout', '--quiet', '-b', 'side', 'HEAD~1']);
    commit(path, 'side.txt', START - 5 * DAY);
    git(path, ['checkout', '--quiet', 'main']);
    const date = `${START + 2 * DAY} +0000`;
    git(path, ['merge', '--quiet', '--no-ff', '-m', 'merge', 'side'], { GIT_COMMITTER_DATE: date });
    expect(await read(path)).toMatchObject({
      commits: 5,
      firstCommit: START - 5 * DAY,
      lastCommit: START + 11 * DAY,
    });
  });

  test('of a folder in a larger repository is what changed this folder', async () => {
    const path = threeCommits();
    expect(await read(join(path, 'code'))).toMatchObject({
      commits: 1,
      scope: 'folder',
      firstCommit: START + 11 * DAY,
    });
    mkdirSync(join(path, 'new'));
    expect(await read(join(path, 'new'))).toEqual({
      state: 'no-commits',
      message: 'No commit has changed the folder of this card yet.',
    });
  });

  test.each(['with blanks', 'été', '[a]*', '-x', ':(top)'])('of a folder called %j', async (name) => {
    const path = at('all');
    init(path);
    commit(path, 'other.txt', START);
    commit(path, `${name}/README.md`, START + DAY);
    expect(await read(join(path, name))).toMatchObject({ commits: 1, firstCommit: START + DAY });
  });

  test('of a second work tree is that of its branch', async () => {
    const path = threeCommits();
    git(path, ['worktree', 'add', '--quiet', at('tree'), 'HEAD~1']);
    expect(await read(at('tree'))).toMatchObject({ commits: 2, scope: 'repository', shallow: false });
  });

  test('of a submodule is its own', async () => {
    const model = threeCommits();
    const outer = at('outer');
    init(outer);
    commit(outer, 'a.txt', START);
    git(outer, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', model, 'weights']);
    git(outer, ['commit', '--quiet', '-m', 'add the model']);
    expect(await read(join(outer, 'weights'))).toMatchObject({ commits: 3, scope: 'repository' });
  });

  test('of a shallow clone is marked as a part', async () => {
    git(folder.path, ['clone', '--quiet', '--depth', '2', `file://${threeCommits()}`, 'shallow']);
    expect(await read(at('shallow'))).toMatchObject({ commits: 2, shallow: true, firstCommit: START + DAY });
  });

  test('names the repository on the Hub that it is pushed to, and never the credentials beside it', async () => {
    const path = threeCommits();
    git(path, ['remote', 'add', 'backup', 'https://example.org/other/place.git']);
    expect(await read(path)).not.toHaveProperty('hubRepository');
    git(path, ['remote', 'add', 'origin', 'https://me:hf_secret@huggingface.co/lab/my-model.v2']);
    const facts = await read(path);
    expect(facts).toMatchObject({ hubRepository: 'lab/my-model.v2' });
    expect(JSON.stringify(facts)).not.toContain('secret');
    git(path, ['remote', 'set-url', 'origin', 'git@hf.co:lab/over-ssh.git']);
    expect(await read(path)).toMatchObject({ hubRepository: 'lab/over-ssh' });
    git(path, ['remote', 'set-url', 'origin', 'https://huggingface.co/datasets/lab/data']);
    expect(await read(path)).not.toHaveProperty('hubRepository');
    expect(await read(join(path, 'code'))).not.toHaveProperty('hubRepository');
  });
});

describe('without a history, the reason is given', () => {
  test('no repository', async () => {
    expect(await read(folder.path)).toMatchObject({ state: 'no-repository' });
  });

  test('no repository, and no process for finding that out', async () => {
    vi.stubEnv('PATH', at('empty'));
    expect(await read(folder.path)).toMatchObject({ state: 'no-repository' });
  });

  test('a repository without work tree', async () => {
    git(folder.path, ['init', '--quiet', '--bare', 'bare.git']);
    expect(await read(at('bare.git'))).toMatchObject({ state: 'no-repository' });
    expect(await read(join(threeCommits(), '.git'))).toMatchObject({ state: 'no-repository' });
  });

  test('a repository without commits', async () => {
    init(at('fresh'));
    expect(await read(at('fresh'))).toEqual({
      state: 'no-commits',
      message: 'The repository has no commit yet.',
    });
  });

  test('a folder that is not there', async () => {
    expect(await read(at('nowhere'))).toMatchObject({
      state: 'failed',
      message: /^Git failed: fatal: cannot change to/,
    });
  });

  test('a broken repository', async () => {
    const path = threeCommits();
    write(join(path, '.git', 'refs', 'heads', 'main'), `${'0'.repeat(39)}1\n`);
    expect(await read(path)).toMatchObject({
      state: 'failed',
      message: /^Git failed: fatal: bad object HEAD/,
    });
  });

  test('no git on this machine', async () => {
    const path = threeCommits();
    vi.stubEnv('PATH', at('empty'));
    expect(await read(path)).toEqual({
      state: 'not-installed',
      message: 'Git is not installed, or not on the search path.',
    });
  });

  test.skipIf(process.getuid?.() !== 0)('a folder of another user (needs root to make one)', async () => {
    const path = threeCommits();
    for (const entry of [path, join(path, '.git')]) chownSync(entry, 12_345, 12_345);
    for (const entry of readdirSync(path)) lchownSync(join(path, entry), 12_345, 12_345);
    expect(await read(path)).toMatchObject({ state: 'refused', message: /safe\.directory/ });
    const home = at('home');
    write(join(home, 'config'), `[safe]\n\tdirectory = ${path}\n`);
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(home, 'config'));
    expect(await read(path)).toMatchObject({ state: 'history', commits: 3 });
  });
});

/** Puts a program called git first on the search path, and a folder in place that it is started for. */
function standIn(script: string): void {
  write(at('.git', 'HEAD'), 'ref: refs/heads/main\n');
  write(at('bin', 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(at('bin', 'git'), 0o755);
  vi.stubEnv('PATH', `${at('bin')}${delimiter}${process.env.PATH ?? ''}`);
}

describe.skipIf(process.platform === 'win32')('a process is started with care', () => {
  test('and not at all in a folder that is not trusted', async () => {
    const path = threeCommits();
    standIn(`touch '${at('started')}'`);
    expect(await readGitHistory(path, { git: false })).toEqual({
      state: 'off',
      message: 'Git was not started for this folder.',
    });
    expect(existsSync(at('started'))).toBe(false);
    await read(path);
    expect(existsSync(at('started'))).toBe(true);
  });

  test('in its own environment: no prompt, no lock, no fetch, no other repository, English', async () => {
    standIn(
      `printf '%s\\n' "$@" > '${at('arguments')}'; env > '${at('environment')}'; pwd > '${at('place')}'; exit 1`,
    );
    vi.stubEnv('GIT_DIR', at('elsewhere'));
    vi.stubEnv('GIT_TRACE', at('trace'));
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    await read(folder.path);
    const environment = readFileSync(at('environment'), 'utf8').split('\n');
    expect(environment).toEqual(
      expect.arrayContaining([
        'GIT_TERMINAL_PROMPT=0',
        'GIT_OPTIONAL_LOCKS=0',
        'GIT_NO_LAZY_FETCH=1',
        'LC_ALL=C',
      ]),
    );
    expect(environment.filter((line) => /^GIT_(?:DIR|TRACE)=/.test(line))).toEqual([]);
    expect(readFileSync(at('arguments'), 'utf8').split('\n').slice(0, 11)).toEqual([
      '--no-optional-locks',
      '--no-pager',
      '--literal-pathspecs',
      '-c',
      'core.fsmonitor=false',
      '-c',
      'core.hooksPath=/dev/null',
      '-c',
      'protocol.allow=never',
      '-C',
      folder.path,
    ]);
    expect(readFileSync(at('place'), 'utf8').trim()).not.toBe(folder.path);
  });

  test('which a variable of the caller cannot lead astray', async () => {
    const path = threeCommits();
    init(at('elsewhere'));
    vi.stubEnv('GIT_DIR', at('elsewhere', '.git'));
    vi.stubEnv('GIT_WORK_TREE', at('elsewhere'));
    expect(await read(path)).toMatchObject({ commits: 3 });
  });

  test('starting nothing that the repository configures', async () => {
    const path = threeCommits();
    const script = at('evil.sh');
    write(script, `#!/bin/sh\ntouch '${at('evil')}'\n`);
    chmodSync(script, 0o755);
    for (const key of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'alias.rev-list', 'gpg.program']) {
      git(path, ['config', key, key.startsWith('alias') ? `!${script}` : script]);
    }
    git(path, ['config', 'log.showSignature', 'true']);
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout']) {
      write(join(path, '.git', 'hooks', hook), `#!/bin/sh\ntouch '${at('evil')}'\n`);
      chmodSync(join(path, '.git', 'hooks', hook), 0o755);
    }
    expect(await read(path)).toMatchObject({ commits: 3 });
    expect(existsSync(at('evil'))).toBe(false);
  });

  test('stopped when it takes too long', async () => {
    standIn('exec sleep 30');
    const start = performance.now();
    expect(await readGitHistory(folder.path, { git: true, timeout: 100 })).toEqual({
      state: 'failed',
      message: 'Git took too long and was stopped.',
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('stopped when nobody waits for it any more', async () => {
    standIn(`echo $$ > '${at('pid')}'; exec sleep 30`);
    const controller = new AbortController();
    const reading = readGitHistory(folder.path, { git: true, signal: controller.signal });
    const pid = await vi.waitFor(() => {
      const written = Number(readFileSync(at('pid'), 'utf8'));
      expect(written).toBeGreaterThan(0);
      return written;
    });
    controller.abort(new Error('closed'));
    await expect(reading).rejects.toThrow('closed');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow());
    await expect(readGitHistory(folder.path, { git: true, signal: controller.signal })).rejects.toThrow(
      'closed',
    );
  });
});
