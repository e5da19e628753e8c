import type { ColumnMap } from '../refit/column-map';
import { columnQuestions } from '../refit/panel-columns';
import { RefitError } from '../refit/refit-error';
import type { ExportLook } from '../refit/worker-protocol';
import type { ExportFile, RecordSink } from './record-sink';
import type { ExportPlatform } from './platform';
import { readExportFile } from './read-export-file';

/** What separates cells where it is not what the file's name says; Excel writes semicolons in half of Europe. */
const DELIMITERS = [';', '\t', '|', ','];

/**
 * Reads the columns of an export's first file, and finds out what has to be asked about them.
 *
 * @throws {RefitError} where the file cannot be read
 */
export async function lookAtExport(platform: ExportPlatform, paths: readonly string[]): Promise<ExportLook> {
  const [file] = await platform.listFiles(paths);
  if (file === undefined) return { questions: [] };
  try {
    return { questions: columnQuestions(await columnsOf(platform, file, undefined)) };
  } catch (error) {
    const look = error instanceof RefitError ? await lookWithOthers(platform, file) : undefined;
    if (look === undefined) throw error;
    return look;
  }
}

async function lookWithOthers(platform: ExportPlatform, file: ExportFile): Promise<ExportLook | undefined> {
  for (const delimiter of DELIMITERS) {
    const columns = await columnsOf(platform, file, delimiter).catch(() => []);
    if (columns.length > 1) return { questions: columnQuestions(columns), delimiter };
  }
  return undefined;
}

async function columnsOf(
  platform: ExportPlatform,
  file: ExportFile,
  delimiter: string | undefined,
): Promise<readonly string[]> {
  const sink = new ColumnSink();
  try {
    await readExportFile(file, sink, delimiter, platform);
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
