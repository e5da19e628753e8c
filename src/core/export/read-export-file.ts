import { readCsv } from './csv-reader';
import { detectFormat } from './export-format';
import { readJsonArray } from './json-array-reader';
import { readJsonLines } from './json-lines-reader';
import { readParquet } from './parquet-reader';
import type { ExportPlatform } from './platform';
import type { ExportFile, RecordSink } from './record-sink';

/**
 * Reads one file of an export, whatever its format.
 *
 * @param delimiter what separates the cells of a text file, where it is not the usual
 */
export async function readExportFile(
  file: ExportFile,
  sink: RecordSink,
  delimiter: string | undefined,
  platform: ExportPlatform,
): Promise<void> {
  const format = await detectFormat(file);
  switch (format) {
    case 'csv':
      return readCsv(file, delimiter ?? ',', sink);
    case 'tsv':
      return readCsv(file, delimiter ?? '\t', sink);
    case 'json':
      return readJsonArray(file, sink);
    case 'json-lines':
      return readJsonLines(file, sink);
    case 'parquet':
      return readParquet(file, sink, platform);
  }
}
