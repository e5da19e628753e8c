import type * as vscode from 'vscode';
import { explainFailure } from '../../core/refit/explain-failure';
import type { OutcomeTexts } from '../../core/refit/outcome-texts';
import type { RefitProgress } from '../../core/refit/progress';
import type { ExportLook, Job, JobEnd, RefitRunner, ToWebWorker } from '../../core/refit/worker-protocol';
import { uriOf } from '../places';
import { readOutcomeIn, removeOutcome, writeOutcome } from './outcome-folder';
import { readExport } from './read-export';
import { RefitWorker } from './refit-worker';

type Task = Extract<ToWebWorker, { type: 'start' }>['task'];

/**
 * Refits in a worker of the browser: this side reads the export and writes the outcome, through VS Code's files.
 *
 * @param dist folder of the bundled scripts
 */
export function browserRefits(dist: vscode.Uri): RefitRunner {
  return {
    look: (paths) =>
      startJob<ExportLook, ExportLook>(dist, { kind: 'look' }, paths, {
        onProgress: () => undefined,
        finish: (look) => Promise.resolve(look),
      }),
    refit(choice, folder, onProgress) {
      const task: Task = { kind: 'refit', choice, date: Date.now() };
      const target = uriOf(folder);
      return startJob<OutcomeTexts, OutcomeTexts['outcome']>(dist, task, choice.paths, {
        onProgress,
        async finish({ outcome, texts }, isWanted) {
          await writeOutcome(target, texts);
          if (!isWanted()) await removeOutcome(target);
          return outcome;
        },
      });
    },
    outcomeIn: (folder) => readOutcomeIn(uriOf(folder)),
  };
}

interface JobSteps<T, R> {
  readonly onProgress: (progress: RefitProgress) => void;
  /** What is made of the worker's result. */
  readonly finish: (value: T, isWanted: () => boolean) => Promise<R>;
}

function startJob<T, R>(
  dist: vscode.Uri,
  task: Task,
  places: readonly string[],
  { onProgress, finish }: JobSteps<T, R>,
): Job<R> {
  let isCancelled = false;
  let worker: RefitWorker | undefined;
  let stop: (end: JobEnd<R>) => void = () => undefined;
  const isWanted = (): boolean => !isCancelled;
  const work = async (): Promise<JobEnd<R>> => {
    try {
      const files = await readExport(places, isWanted);
      if (!isWanted()) return { kind: 'cancelled' };
      worker = await RefitWorker.start(dist);
      if (!isWanted()) return { kind: 'cancelled' };
      const end = await worker.perform<T>(task, files, onProgress);
      if (end.kind !== 'done') return end;
      const value = await finish(end.value, isWanted);
      return isWanted() ? { kind: 'done', value } : { kind: 'cancelled' };
    } catch (error) {
      return { kind: 'failed', reason: explainFailure(error) };
    } finally {
      worker?.end();
    }
  };
  const end = Promise.race([work(), new Promise<JobEnd<R>>((resolve) => (stop = resolve))]);
  return {
    end,
    cancel() {
      isCancelled = true;
      worker?.end();
      stop({ kind: 'cancelled' });
    },
  };
}
