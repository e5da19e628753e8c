import { ModelFileError, writeModelFile } from '../glm/model-file';
import { readUsableModel } from '../prediction/model-in-use';
import { modelOfRefit } from './model-of-refit';
import { OUTCOME_FILES, OUTCOME_FOLDERS, type RefitOutcome } from './panel-outcome';
import { reportMarkdown } from './report/markdown';
import { plotFile } from './report/plot-file';
import { reportBody, type ReportContent, reportPage } from './report/report';
import { reportTables } from './report/tables';

/** An outcome before it is written: its summary, and the texts of its files under their paths in the folder. */
export interface OutcomeTexts {
  readonly outcome: RefitOutcome;
  readonly texts: ReadonlyMap<string, string>;
}

/** All that a refit leaves behind: the model file, the report in its forms, every plot and every table. */
export function outcomeOf(content: ReportContent): OutcomeTexts {
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
