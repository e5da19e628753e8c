// A worker that dies in the middle of a refit: of too much memory, or of nothing that anybody knows.
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { seedRecords } from '../fuzz/seed-export';
import { temporaryFolder } from './card-in-editor';
import { waitUntil } from './wait-until';

const { commands, window, workspace, Uri } = vscode;
const { Worker } = workerThreads;

/** A heap that what can be fitted does not fill. */
const HEAP_MB = 48;

interface RefitData {
  readonly task: { readonly kind: string; readonly folder?: string };
}

/** A message of failure, which waits for its answer. */
interface Failure {
  readonly text: string;
  answer(button: string | undefined): void;
}

/** More than the look at the columns reads, so that the refit itself comes to what is hostile. */
const RECORDS = JSON.stringify(seedRecords(1200));
/** The same, and then a value of millions. */
const HOSTILE = `${RECORDS.slice(0, -1)},{"co2_eq_emissions": [${'0,'.repeat(8_000_000)}`;

/** Lets workers of refits begin as the extension begins them, but for what is said here. Tells where they write. */
function changeWorkers(options: WorkerOptions, begun: (worker: workerThreads.Worker) => void): string[] {
  const outcomes: string[] = [];
  workerThreads.Worker = class extends Worker {
    constructor(file: string | URL, given: WorkerOptions = {}) {
      const { task } = given.workerData as RefitData;
      const isRefit = task.kind === 'refit';
      super(file, isRefit ? { ...given, ...options } : given);
      if (!isRefit) return;
      outcomes.push(task.folder ?? '');
      begun(this);
    }
  };
  return outcomes;
}

/** The next message of failure. It is taken from VS Code's window, which shows none to tests. */
function nextFailure(): Promise<Failure> {
  const { showErrorMessage } = window;
  return new Promise((resolve) => {
    const taken = (text: string): Promise<string | undefined> =>
      new Promise((answer) => {
        Object.assign(window, { showErrorMessage });
        resolve({ text, answer });
      });
    Object.assign(window, { showErrorMessage: taken });
  });
}

function tabLabels(): string[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

suite('A worker that dies in the middle of a refit', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let file: string;
  const setting = () => workspace.getConfiguration('modelCardCo2').inspect('model');

  setup(async () => {
    folder = await temporaryFolder({});
    file = join(folder.path, 'hub.json');
  });
  teardown(async () => {
    workerThreads.Worker = Worker;
    await commands.executeCommand('workbench.action.closeAllEditors');
    await folder.remove();
  });

  /** Nothing is left of the refit, and the next one, from the message itself, works. */
  async function expectRecovery(
    failure: Failure,
    outcomes: readonly string[],
    before: unknown,
  ): Promise<void> {
    const [outcome = ''] = outcomes;
    assert.equal(outcomes.length, 1);
    const left = await readdir(dirname(outcome)).catch(() => []);
    assert.deepEqual(
      left.filter((name) => name.startsWith(basename(outcome))),
      [],
    );
    assert.deepEqual(await readdir(folder.path), ['hub.json']);
    assert.deepEqual(setting(), before);
    assert.equal(tabLabels().includes('Refit from hub.json'), false);

    workerThreads.Worker = Worker;
    await writeFile(file, RECORDS);
    failure.answer('Try Again');
    await waitUntil(() => tabLabels().includes('Refit from hub.json'), 60_000);
    assert.deepEqual(setting(), before);
  }

  test('of a hostile export that takes all its memory', async function () {
    this.timeout(180_000);
    const before = setting();
    await writeFile(file, HOSTILE);
    const outcomes = changeWorkers({ resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } }, () => undefined);
    const failed = nextFailure();
    void commands.executeCommand('modelCardCo2.refitModel', Uri.file(file));
    const failure = await failed;
    assert.equal(
      failure.text,
      'The refit ran out of memory and was stopped. The export may hold a record of absurd length, or more rows than fit here. The model in use has not changed.',
    );
    await expectRecovery(failure, outcomes, before);
  });

  test('of nothing that anybody knows', async function () {
    this.timeout(180_000);
    const before = setting();
    await writeFile(file, RECORDS);
    const outcomes = changeWorkers({}, (worker) => {
      worker.once('message', () => void worker.terminate());
    });
    const failed = nextFailure();
    void commands.executeCommand('modelCardCo2.refitModel', Uri.file(file));
    const failure = await failed;
    assert.equal(
      failure.text,
      'The refit ended unexpectedly, before it had a result. Please try again. The model in use has not changed.',
    );
    await expectRecovery(failure, outcomes, before);
  });
});
