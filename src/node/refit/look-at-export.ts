import type { ColumnMap } from '../../core/refit/column-map';
import { columnQuestions } from '../../core/refit/panel-columns';
import { RefitError } from '../../core/refit/refit-error';
import type { ExportLook } from '../../core/refit/worker-protocol';
import { listExportFiles } from '../export/export-files';
import type { ExportFile, RecordSink } from '../export/record-sink';
import { readExportFile } from '../export/refit-export';

/** What separates cells where it is not what the file's name says; Excel writes semicolons in half of Europe. */
const DELIMITERS = [';', '\t', '|', ','];

/**
 * Reads the columns of an export's first file, and finds out what has to be asked about them.
 *
 * @throws {RefitError} where the file cannot be read
 */
export async function lookAtExport(paths: readonly string[]): Promise<ExportLook> {
  const [file] = await listExportFiles(paths);
  if (file === undefined) return { questions: [] };
  try {
    return { questions: columnQuestions(await columnsOf(file, undefined)) };
  } catch (error) {
    const look = error instanceof RefitError ? await lookWithOthers(file) : undefined;
    if (look === undefined) throw error;
    return look;
  }
}

async function lookWithOthers(file: ExportFile): Promise<ExportLook | undefined> {
  for (const delimiter of DELIMITERS) {
    const columns = await columnsOf(file, delimiter).catch(() => []);
    if (columns.length > 1) return { questions: columnQuestions(columns), delimiter };
  }
  return undefined;
}

async function columnsOf(file: ExportFile, delimiter: string | undefined): Promise<readonly string[]> {
  const sink = new ColumnSink();
  try {
    await readExportFile(file, sink, delimiter);
  } catch (error) {
    if (!(error instanceof SeenEnough)) throw error;
  }
  return sink.columns;
}

/** Thrown to stop reading once the columns are known. A `RefitError`, for readers wrap all others. */
class SeenEnough extends RefitError {
  constructor() {
    super('The columns are known.');
  }
}

class ColumnSink implements RecordSink {
  columns: readonly string[] = [];

  begin(columns: readonly string[]): ColumnMap {
    this.columns = columns;
    throw new SeenEnough();
  }

  candidates(): readonly string[] {
    return [];
  }

  add(): void {
    // Nothing is read beyond the columns.
  }

  saw(): void {
    // The columns have been seen.
  }

  advanced(): void {
    // So short a look has no progress.
  }
}
