import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeExport } from '../refit/large-export';
import {
  choose,
  clearMessages,
  extensionHosts,
  keepPicture,
  message,
  messages,
  outcomes,
  refit,
  startRefit,
  tabs,
} from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { panelIn } from './webview';
import type { Workbench } from './workbench';

const run = promisify(execFile);
const canLimit = await run('prlimit', ['--version']).then(
  () => true,
  () => false,
);
if (!canLimit) console.log('There is no prlimit here, so no disk is made to seem full.');

let vscode: ServedWorkbench;
let workbench: Workbench;
let folder: string;
let large: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  large = join(folder, 'large.csv');
  await largeExport(large, 600_000);
  vscode = await ServedWorkbench.start();
  workbench = await vscode.open({ card: 'kilograms/README.md' });
  await workbench.waitForText('predicted');
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a failed refit must not touch. */
async function everything(): Promise<unknown> {
  return {
    outcomes: await outcomes(vscode),
    tabs: await tabs(workbench),
    settings: await readFile(join(vscode.data, 'data/User/settings.json'), 'utf8'),
    folder: await readdir(workbench.folder, { recursive: true }),
    hint: /≈ \S+ \S+ predicted/.exec(await workbench.visibleText())?.[0],
  };
}

/** Waits for the message on a failure, which always says that the model in use is the former one. */
async function failure(text: RegExp): Promise<void> {
  const said = await message(workbench, text);
  expect(await said.innerText()).toContain('The model in use has not changed.');
  await clearMessages(workbench);
}

test('a file that grows while it is read', async () => {
  keepPicture(workbench);
  const before = await everything();
  const growing = join(folder, 'growing.csv');
  await cp(large, growing);
  // What is to happen in the middle must not come too late for looking at the list first.
  await messages(workbench);
  await startRefit(workbench, growing);
  await message(workbench, /Refitting from growing\.csv/);
  await appendFile(growing, '\n');
  await failure(/growing\.csv changed while it was read\. The model in use stays; refit again when/);
  expect(await everything()).toEqual(before);
});

test('a file that vanishes while it is read', async () => {
  keepPicture(workbench);
  const before = await everything();
  const vanishing = join(folder, 'vanishing.csv');
  await cp(large, vanishing);
  await messages(workbench);
  await startRefit(workbench, vanishing);
  await message(workbench, /Refitting from vanishing\.csv/);
  await rename(vanishing, `${vanishing}.away`);
  await failure(/vanishing\.csv (?:vanished while it was read|is not there any more|does not exist)/);
  expect(await everything()).toEqual(before);
});

test.runIf(canLimit)('a disk that takes no more', async () => {
  keepPicture(workbench);
  const before = await everything();
  const hosts = [...((await extensionHosts(vscode))?.keys() ?? [])];
  // The system refuses the process every write beyond so many bytes of a file, as a full disk does.
  const limit = (bytes: string) =>
    Promise.all(hosts.map((id) => run('prlimit', ['--pid', String(id), `--fsize=${bytes}:unlimited`])));
  const small = join(folder, 'small.csv');
  await largeExport(small, 400);
  await limit('5000');
  try {
    await startRefit(workbench, small);
    const said = await message(
      workbench,
      /The result cannot be kept: the system lets no file grow that large/,
    );
    await workbench.screenshot('refit-disk-full');
    expect(await said.innerText()).toContain('The model in use has not changed.');
    expect(await everything()).toEqual(before);
  } finally {
    await limit('unlimited');
  }
  // Once there is room again, the message itself leads on.
  await (await message(workbench, /cannot be kept/)).getByText('Try Again', { exact: true }).click();
  await panelIn(workbench).locator('.report[aria-busy=false] #source', { hasText: 'small.csv' }).waitFor();
});

test('a model that cannot be stored is not in use', async () => {
  keepPicture(workbench);
  const settings = await readFile(join(vscode.data, 'data/User/settings.json'), 'utf8');
  const small = join(folder, 'other.csv');
  await largeExport(small, 400);
  const panel = await refit(workbench, small);
  // A file stands where the folder of the workspace's settings would be.
  await writeFile(join(workbench.folder, '.vscode'), 'not a folder');
  await panel.getByRole('button', { name: 'Use this model' }).click();
  await choose(workbench, 'For this workspace');
  await message(workbench, /\.vscode.*cannot be written/);
  await workbench.screenshot('refit-not-stored');
  await panel.locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
  expect(await readFile(join(workbench.folder, '.vscode'), 'utf8')).toBe('not a folder');
  expect(await readFile(join(vscode.data, 'data/User/settings.json'), 'utf8')).toBe(settings);
  await rm(join(workbench.folder, '.vscode'));
  await clearMessages(workbench);
});
