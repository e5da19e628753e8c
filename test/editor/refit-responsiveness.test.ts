import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show } from './card-in-editor';
import { waitUntil } from './wait-until';

const ROWS = 1_000_000;
/** Until what runs at each key is compiled. */
const WARM_UP_MS = 8000;
const ATTEMPTS = 3;
/** What the extension host may be blocked while a refit runs. */
const BUDGET_MS = 16;
/** What passes between two keys of a fast typist. */
const KEY_MS = 60;

const CARD = `---
pipeline_tag: fill-mask
co2_eq_emissions:
  emissions: 5
---

# A model

It has 66 million parameters.
`;

/** Longest time for which this thread let nothing else happen. */
interface Blocks {
  /** As a clock sees it: on a busy machine that holds what other programs took. */
  wall: number;
  /** The processor time that the thread itself used; NaN where Node cannot tell (before 23.9). */
  own: number;
}

const usage = process as unknown as { threadCpuUsage?: () => { user: number; system: number } };

function ownTime(): number {
  const used = usage.threadCpuUsage?.();
  return used === undefined ? NaN : (used.user + used.system) / 1000;
}

/** Watches the event loop while something goes on. */
async function blocksDuring(work: () => Promise<unknown>): Promise<Blocks> {
  const longest = { wall: 0, own: Number.isNaN(ownTime()) ? NaN : 0 };
  let last = { wall: performance.now(), own: ownTime() };
  const timer = setInterval(() => {
    const now = { wall: performance.now(), own: ownTime() };
    // The timer itself waits a millisecond.
    longest.wall = Math.max(longest.wall, now.wall - last.wall - 1);
    longest.own = Math.max(longest.own, now.own - last.own);
    last = now;
  }, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return longest;
}

/** Types at the end of the card until told to stop; tells how many keys that were. */
function type(document: vscode.TextDocument): { stop(): Promise<number> } {
  const stopped = new AbortController();
  const typing = (async () => {
    for (let keys = 0; ; keys++) {
      if (stopped.signal.aborted) return keys;
      const end = document.lineAt(document.lineCount - 1).range.end;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, end, keys % 40 === 39 ? '\n' : 'k');
      await vscode.workspace.applyEdit(edit);
      await delay(KEY_MS);
    }
  })();
  return {
    stop() {
      stopped.abort();
      return typing;
    },
  };
}

function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

function printed({ wall, own }: Blocks): string {
  const processor = Number.isNaN(own) ? 'not known' : `${own.toFixed(1)} ms`;
  return `${wall.toFixed(1)} ms on the clock, of which its own work ${processor}`;
}

suite('While a model is refitted', () => {
  let folder: string;
  let csv: string;

  suiteSetup(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
    csv = join(folder, 'large.csv');
    // In a process of its own, so that its garbage is not collected here.
    await promisify(execFile)(process.execPath, [
      join(__dirname, '../refit/write-large-export.js'),
      csv,
      String(ROWS),
    ]);
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  test(`the extension host stays free for whoever types in a card (${ROWS.toLocaleString('en')} rows)`, async function () {
    this.timeout(240_000);
    await vscode.workspace.fs.writeFile(vscode.Uri.file(join(folder, 'README.md')), Buffer.from(CARD));
    const { document } = await show(join(folder, 'README.md'));
    const typing = type(document);
    await delay(WARM_UP_MS);
    const alone = await blocksDuring(() => delay(5000));
    console.log(`      longest block without a refit: ${printed(alone)}`);
    // What is in the code comes each time; what VS Code does besides, or collecting garbage, does not.
    let least = Infinity;
    for (let attempt = 0; attempt < ATTEMPTS && least > BUDGET_MS; attempt++) {
      const began = performance.now();
      const blocks = await blocksDuring(async () => {
        await vscode.commands.executeCommand('modelCardCo2.refitModel', vscode.Uri.file(csv));
      });
      const seconds = (performance.now() - began) / 1000;
      console.log(`      longest block in ${seconds.toFixed(1)} s of refit: ${printed(blocks)}`);
      await waitUntil(() => tabLabels().includes('Refit from large.csv'));
      // Without the thread's own time there is only the clock, and what it shows on a machine that does nothing else.
      least = Math.min(least, Number.isNaN(blocks.own) ? blocks.wall - alone.wall : blocks.own);
    }
    assert.ok((await typing.stop()) > 100, 'nobody could type');
    assert.ok(least <= BUDGET_MS, `blocked for ${least.toFixed(1)} ms, above ${BUDGET_MS} ms`);
  });
});
