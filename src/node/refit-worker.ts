// The thread in which refits are made, so that the editor goes on while they are.
import { parentPort, workerData } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { lookAtExport } from '../core/export/look-at-export';
import type { RefitListener } from '../core/export/refit-to-outcome';
import { explainFailure } from '../core/refit/explain-failure';
import { pacedProgress } from '../core/refit/paced-progress';
import { RefitCancelled } from '../core/refit/refit-error';
import type { FromWorker, RefitTask, WorkerStart } from '../core/refit/worker-protocol';
import { nodePlatform } from './export/node-platform';
import { refitToFolder } from './refit/refit-to-folder';

const { task, cancelled, translation } = workerData as WorkerStart;
if (translation) l10n.config({ contents: translation });
const flag = new Int32Array(cancelled);

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

const listener: RefitListener = {
  onProgress: pacedProgress(
    (progress) => tell({ type: 'progress', progress }),
    () => performance.now(),
  ),
  cancellation: {
    get cancelled() {
      return Atomics.load(flag, 0) === 1;
    },
  },
};

function perform(work: RefitTask): Promise<Extract<FromWorker, { type: 'done' }>['value']> {
  return work.kind === 'look' ? lookAtExport(nodePlatform, work.paths) : refitToFolder(work, listener);
}

perform(task).then(
  (value) => tell({ type: 'done', value }),
  (error: unknown) => {
    if (error instanceof RefitCancelled) tell({ type: 'cancelled' });
    else tell({ type: 'failed', reason: explainFailure(error) });
  },
);
