import { ModelFileError, writeModelFile } from '../../core/glm/model-file';
import { readUsableModel } from '../../core/prediction/model-in-use';

import { modelOfRefit } from '../../core/refit/model-of-refit';
import { OUTCOME_FILES, OUTCOME_FOLDERS, type RefitOutcome } from '../../core/refit/panel-outcome';
import type { Cancellation, RefitProgress } from '../../core/refit/progress';
import { stopIfCancelled } from '../../core/refit/progress';
import { reportMarkdown } from '../../core/refit/report/markdown';
import { plotFile } from '../../core/refit/report/plot-file';
import { reportPlots } from '../../core/refit/report/plots';
import { reportBody, type ReportContent, reportPage } from '../../core/refit/report/report';
import { reportTables } from '../../core/refit/report/tables';
import type { RefitTask } from '../../core/refit/worker-protocol';
import { refit } from '../export/refit-export';
import { removeOutcome, writeOutcome } from './outcome-folder';
import { ExportState } from './unchanged-files';

/** How a refit talks to whoever waits for it. */
export interface RefitListener {
  onProgress(progress: RefitProgress): void;
  readonly cancellation: Cancellation;
}

/**
 * Refits an export and writes what comes out into a folder: the model file, the report in its forms, every plot and
 * every table. The folder appears when all is there.
 *
 * @throws {RefitError} with a sentence for the user; {@link RefitCancelled} once cancelled. Nothing is left then.
 */
export async function refitToFolder(
  { choice, folder, date }: Extract<RefitTask, { kind: 'refit' }>,
  listener: RefitListener,
): Promise<RefitOutcome> {
  const { cancellation } = listener;
  const { paths, overrides, delimiter } = choice;
  const state = await ExportState.of(paths);
  // The reader of cards is as large as all the rest of the worker, and lies in a file of its own.
  const { readDeclaredEmissions } = await import('../../core');
  let latest: RefitProgress | undefined;
  const result = await refit(
    paths,
    {
      overrides,
      ...(delimiter !== undefined && { delimiter }),
      hash: true,
      quantilePlots: true,
      validation: true,
    },
    {
      onProgress: (progress) => listener.onProgress((latest = progress)),
      cancellation,
      readCardEmissions: readDeclaredEmissions,
    },
  );
  await state.requireUnchanged();
  if (latest) listener.onProgress({ ...latest, phase: 'reporting' });
  stopIfCancelled(cancellation);
  const content = { ...result, plots: reportPlots(result.refit), date: new Date(date) };
  const { outcome, texts } = outcomeOf(content);
  await writeOutcome(folder, texts);
  if (cancellation.cancelled) await removeOutcome(folder);
  stopIfCancelled(cancellation);
  return outcome;
}

function outcomeOf(content: ReportContent): { outcome: RefitOutcome; texts: Map<string, string> } {
  const { source, refit: result, plots, date } = content;
  const model = modelOfRefit(source, result, date);
  const modelText = writeModelFile(model);
  const plotPath = (name: string): string => `${OUTCOME_FOLDERS.plots}/${name}.svg`;
  const tables = reportTables(result).map(({ name, title, csv }) => ({
    path: `${OUTCOME_FOLDERS.tables}/${name}.csv`,
    title,
    csv,
  }));
  const unusable = whyUnusable(modelText);
  const outcome: RefitOutcome = {
    version: 1,
    title: model.title,
    source: source.files.map(({ name }) => name).join(', '),
    date: date.toISOString(),
    ...(unusable !== undefined && { unusable }),
    plots: [...plots].map(([name, { title }]) => ({ path: plotPath(name), title })),
    tables: tables.map(({ path, title }) => ({ path, title })),
  };
  const texts = new Map([
    [OUTCOME_FILES.outcome, JSON.stringify(outcome)],
    [OUTCOME_FILES.model, modelText],
    [OUTCOME_FILES.panel, reportBody(content)],
    [OUTCOME_FILES.html, reportPage(content)],
    [OUTCOME_FILES.markdown, reportMarkdown(content, plotPath)],
    ...[...plots].map(([name, plot]) => [plotPath(name), plotFile(plot)] as const),
    ...tables.map(({ path, csv }) => [path, csv] as const),
  ]);
  return { outcome, texts };
}

/** Why a model cannot predict for cards: an export without commits may have downloads, which no card tells. */
function whyUnusable(model: string): string | undefined {
  try {
    readUsableModel(model);
    return undefined;
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
}
