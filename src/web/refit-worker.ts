// The worker of the browser in which refits are made, so that the editor goes on while they are.
import * as l10n from '@vscode/l10n';
import { lookAtExport } from '../core/export/look-at-export';
import type { ExportPlatform } from '../core/export/platform';
import { refitToOutcome } from '../core/export/refit-to-outcome';
import { explainFailure } from '../core/refit/explain-failure';
import { pacedProgress } from '../core/refit/paced-progress';
import type { FromWebWorker, ToWebWorker, WorkerScript } from '../core/refit/worker-protocol';
import { contentFile, sha256 } from './content-file';
import { WorkerScripts } from './worker-scripts';

const wanted = new Map<WorkerScript, (source: string) => void>();

const scripts = new WorkerScripts(
  (script) =>
    new Promise((resolve) => {
      wanted.set(script, resolve);
      tell({ type: 'needs', script });
    }),
);

function tell(message: FromWebWorker): void {
  postMessage(message);
}

type Start = Extract<ToWebWorker, { type: 'start' }>;

async function perform({
  task,
  files,
  translation,
}: Start): Promise<Extract<FromWebWorker, { type: 'done' }>['value']> {
  if (translation) l10n.config({ contents: translation });
  const platform: ExportPlatform = {
    listFiles: () => Promise.resolve(files.map(contentFile)),
    loadParquet: () => scripts.parquetLibrary(),
    compressors: {},
    sha256: (text) => sha256(new TextEncoder().encode(text)),
  };
  if (task.kind === 'look') return lookAtExport(platform, []);
  const needs = {
    date: task.date,
    readCardEmissions: await scripts.cardReader(),
    onRead: () => Promise.resolve(),
  };
  return refitToOutcome(platform, task.choice, needs, {
    onProgress: pacedProgress(
      (progress) => tell({ type: 'progress', progress }),
      () => performance.now(),
    ),
    // Whoever has enough ends the worker.
    cancellation: { cancelled: false },
  });
}

addEventListener('message', ({ data }: MessageEvent<ToWebWorker>) => {
  if (data.type === 'script') {
    wanted.get(data.name)?.(data.source);
    return;
  }
  perform(data).then(
    (value) => tell({ type: 'done', value }),
    (error: unknown) => tell({ type: 'failed', reason: explainFailure(error) }),
  );
});
