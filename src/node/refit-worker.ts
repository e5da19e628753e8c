// The thread in which refits are made, so that the editor goes on while they are.
import { parentPort, workerData } from 'node:worker_threads';
import type { RefitProgress } from '../core/refit/progress';
import { RefitCancelled } from '../core/refit/refit-error';
import type { FromWorker, RefitTask, WorkerStart } from '../core/refit/worker-protocol';
import { explainFailure } from './refit/explain-failure';
import { lookAtExport } from '../core/export/look-at-export';
import { nodePlatform } from './export/node-platform';
import { refitToFolder, type RefitListener } from './refit/refit-to-folder';

/** Between messages of progress, in milliseconds: no eye reads faster, and each one costs the editor a moment. */
const PROGRESS_EVERY = 100;

const { task, cancelled } = workerData as WorkerStart;
const flag = new Int32Array(cancelled);

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function listener(): RefitListener {
  let told = -Infinity;
  let phase: RefitProgress['phase'] | undefined;
  return {
    onProgress(progress) {
      const now = performance.now();
      if (progress.phase === phase && now - told < PROGRESS_EVERY) return;
      told = now;
      phase = progress.phase;
      tell({ type: 'progress', progress });
    },
    cancellation: {
      get cancelled() {
        return Atomics.load(flag, 0) === 1;
      },
    },
  };
}

function perform(work: RefitTask): Promise<Extract<FromWorker, { type: 'done' }>['value']> {
  return work.kind === 'look' ? lookAtExport(nodePlatform, work.paths) : refitToFolder(work, listener());
}

perform(task).then(
  (value) => tell({ type: 'done', value }),
  (error: unknown) => {
    if (error instanceof RefitCancelled) tell({ type: 'cancelled' });
    else tell({ type: 'failed', reason: explainFailure(error) });
  },
);
