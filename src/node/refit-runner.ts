import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import type { RefitOutcome } from '../core/refit/panel-outcome';
import type { RefitProgress } from '../core/refit/progress';
import type {
  ExportLook,
  FromWorker,
  Job,
  JobEnd,
  RefitRunner,
  RefitTask,
  Translation,
  WorkerStart,
} from '../core/refit/worker-protocol';
import { outOfMemory } from '../core/refit/explain-failure';
import { readOutcomeIn, removeOutcome } from './refit/outcome-folder';

/** A worker that has not stopped so long after it was asked to is ended. */
const GRACE_MS = 700;

/** Heap of a worker, at most. A million rows need a tenth of it; a hostile file must not take the machine. */
const MOST_HEAP_MB = 2048;

/**
 * Refits in a thread of this process.
 *
 * @param workerFile path of the bundled worker
 * @param translation what the worker's texts are in the editor's language
 * @param heapMb the worker's heap, in megabytes
 */
export function threadedRefits(
  workerFile: string,
  translation?: Translation,
  heapMb = Math.min(MOST_HEAP_MB, Math.floor(totalmem() / 2 ** 21)),
): RefitRunner {
  const start = <T>(task: RefitTask, onProgress: (progress: RefitProgress) => void): Job<T> =>
    startJob({ workerFile, heapMb, translation }, task, onProgress);
  return {
    look: (paths) => start<ExportLook>({ kind: 'look', paths }, () => undefined),
    refit(choice, folder, onProgress) {
      const task: RefitTask = { kind: 'refit', choice, folder, date: Date.now() };
      const job = start<RefitOutcome>(task, onProgress);
      return { ...job, end: job.end.then((end) => leaveNothing(end, folder)) };
    },
    outcomeIn: readOutcomeIn,
  };
}

/** A worker that was ended with force could not clean up behind itself. */
async function leaveNothing<T>(end: JobEnd<T>, folder: string): Promise<JobEnd<T>> {
  if (end.kind !== 'done') await removeOutcome(folder);
  return end;
}

interface Thread {
  readonly workerFile: string;
  readonly heapMb: number;
  readonly translation: Translation;
}

function startJob<T>(
  { workerFile, heapMb, translation }: Thread,
  task: RefitTask,
  onProgress: (progress: RefitProgress) => void,
): Job<T> {
  const cancelled = new SharedArrayBuffer(4);
  const workerData: WorkerStart = { task, cancelled, translation };
  const worker = new Worker(workerFile, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What a debugger or another extension has set for this process is not for the worker.
    execArgv: [],
  });
  let isCancelled = false;
  let grace: NodeJS.Timeout | undefined;
  const end = new Promise<JobEnd<T>>((resolve) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') onProgress(message.progress);
      else resolve(endOf(message));
    });
    worker.on('error', (error) => resolve({ kind: 'failed', reason: reasonOf(error) }));
    worker.on('exit', () => {
      clearTimeout(grace);
      // Nothing happens where the worker has said before how it ended.
      resolve(isCancelled ? { kind: 'cancelled' } : { kind: 'failed', reason: died() });
    });
  });
  return {
    end,
    cancel() {
      isCancelled = true;
      Atomics.store(new Int32Array(cancelled), 0, 1);
      grace ??= setTimeout(() => void worker.terminate(), GRACE_MS);
    },
  };
}

function died(): string {
  return l10n.t('The refit ended unexpectedly, before it had a result. Please try again.');
}

/** What a worker says last is what its task has made. */
function endOf<T>(message: Exclude<FromWorker, { type: 'progress' }>): JobEnd<T> {
  switch (message.type) {
    case 'done':
      return { kind: 'done', value: message.value as T };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'failed':
      return { kind: 'failed', reason: message.reason };
  }
}

function reasonOf(error: Error): string {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? outOfMemory() : l10n.t('The refit failed: {0}', error.message);
}
