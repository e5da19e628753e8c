import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { CARD_SIZES, madeUpCard } from '../../cards';
import { findingsChange } from './extension';
import { tell } from './results';

const CARDS = 1000;
/** Opened before anything is counted, so that what is loaded once is there. */
const FIRST = 30;
const MEGABYTE = 1e6;
/** A slow machine opens fewer of them, in milliseconds. */
const LIMIT = 900_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What stays in the extension host of a thousand cards that were opened and closed. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'model-card-memory-'));
  const text = madeUpCard(CARD_SIZES['30 kB']);
  const cards = Array.from({ length: FIRST + CARDS }, (_, index) =>
    vscode.Uri.file(join(folder, String(index), 'README.md')),
  );
  for (const { fsPath } of cards) {
    await mkdir(join(fsPath, '..'));
    await writeFile(fsPath, text);
  }
  for (const card of cards.slice(0, FIRST)) await look(card);
  const before = await memory();
  let looked = 0;
  const end = performance.now() + LIMIT;
  for (const card of cards.slice(FIRST)) {
    if (performance.now() > end) break;
    await look(card);
    looked++;
  }
  const after = await memory();
  tell('cards', [looked]);
  tell('heap before, MB', [before.heap]);
  tell('heap after, MB', [after.heap]);
  tell('resident before, MB', [before.resident]);
  tell('resident after, MB', [after.resident]);
}

async function look(card: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', card);
  await findingsChange(card, '');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

async function memory(): Promise<{ heap: number; resident: number }> {
  // Until the last document is closed, and what was looked up of its folder is there.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / MEGABYTE, resident: rss / MEGABYTE };
}
