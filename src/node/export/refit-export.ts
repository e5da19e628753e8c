import type { ReadCardEmissions } from '../../core/refit/cleaning';
import type { ColumnOverride } from '../../core/refit/column-map';
import type { Field } from '../../core/refit/fields';
import { type Cancellation, type RefitProgress, stopIfCancelled } from '../../core/refit/progress';
import { type Refit, refitCleaned } from '../../core/refit/refit';
import { RefitError } from '../../core/refit/refit-error';
import { DEFAULT_OPTIONS, type RefitOptions } from '../../core/refit/refit-options';
import type { ExportSource, SourceFile } from '../../core/refit/source';
import { readCsv } from './csv-reader';
import { listExportFiles } from './export-files';
import { detectFormat } from './export-format';
import { ExportSink } from './export-sink';
import { sha256OfFile, sha256OfFiles } from './file-hash';
import { readJsonArray } from './json-array-reader';
import { readJsonLines } from './json-lines-reader';
import type { ExportFile, RecordSink } from './record-sink';

export interface ExportOptions extends Partial<RefitOptions> {
  /** Columns that the user has mapped by hand. */
  readonly overrides?: readonly ColumnOverride[];
  /** What separates the cells of a text file, where it is not the usual. */
  readonly delimiter?: string;
  /** Whether to hash the files, for the record of where a model came from. */
  readonly hash?: boolean;
}

export interface RefitHooks {
  readonly onProgress?: (progress: RefitProgress) => void;
  readonly cancellation?: Cancellation;
  /** Reads whole model cards, where an export has them and no column of emissions. */
  readonly readCardEmissions?: ReadCardEmissions;
}

/** A refit with where it came from. */
export interface ExportRefit {
  readonly source: ExportSource;
  readonly refit: Refit;
}

/**
 * Refits the emissions model from an export: reads, cleans, fits.
 *
 * The work yields to the event loop between stretches of a file, and asks `cancellation` between all steps.
 *
 * @param paths files and folders; their records are numbered through
 * @throws {RefitError} with one sentence for the user; {@link RefitCancelled} once cancelled
 */
export async function refit(
  paths: readonly string[],
  options: ExportOptions = {},
  hooks: RefitHooks = {},
): Promise<ExportRefit> {
  const files = await listExportFiles(paths);
  const reporter = new Reporter(files, hooks);
  const sink = new ExportSink({
    overrides: options.overrides ?? [],
    readCardEmissions: hooks.readCardEmissions,
    onAdvance: (bytes, kept) => reporter.advanced(bytes, kept),
  });
  const sources: SourceFile[] = [];
  for (const file of files) {
    const before = sink.total;
    sink.fileName = file.name;
    await readExportFile(file, sink, options.delimiter);
    reporter.finished(file);
    const sha256 = options.hash === true ? await sha256OfFile(file.path) : null;
    sources.push({ name: file.name, bytes: file.bytes, records: sink.total - before, sha256 });
  }
  const source = sourceOf(sink, sources);
  reporter.step('cleaning', 0);
  const cleaned = sink.cleaning?.finish(sink.present);
  if (cleaned === undefined)
    throw new RefitError(`${sources.map(({ name }) => name).join(', ')}: no records.`);
  const fitted = refitCleaned(cleaned, { ...DEFAULT_OPTIONS, ...definedOnly(options) }, (phase, round) =>
    reporter.step(phase, round),
  );
  return { source, refit: fitted };
}

/** Reads one file of an export, whatever its format. */
export async function readExportFile(
  file: ExportFile,
  sink: RecordSink,
  delimiter: string | undefined,
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
    case 'parquet': {
      const { readParquet } = await import('./parquet-reader');
      return readParquet(file, sink);
    }
  }
}

function sourceOf(sink: ExportSink, files: readonly SourceFile[]): ExportSource {
  const wanted: Field[] = ['co2_eq_emissions', 'model_id'];
  for (const { fields } of sink.profile?.predictors ?? []) wanted.push(...fields);
  if (sink.profile !== undefined) wanted.push(sink.profile.domainField);
  if (sink.profile?.numericEmissions === false) wanted.push('org_type', 'card_text');
  return {
    files,
    sha256: sha256OfFiles(files),
    profile: sink.profile?.name ?? '',
    columns: sink.columns,
    map: sink.map,
    missing: wanted.filter((field) => !sink.present.has(field)),
    emissionsFromCards: sink.emissionsFromCards,
  };
}

function definedOnly(options: ExportOptions): Partial<RefitOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Adds up progress over the files, and stops the work once it is cancelled. */
class Reporter {
  #done = 0;
  #bytes = 0;
  #kept = 0;
  readonly #total: number;

  constructor(
    files: readonly ExportFile[],
    private readonly hooks: RefitHooks,
  ) {
    this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  advanced(bytes: number, kept: number): void {
    this.#bytes = this.#done + bytes;
    this.#kept = kept;
    this.step('reading', 0);
  }

  finished(file: ExportFile): void {
    this.#done += file.bytes;
    this.#bytes = this.#done;
  }

  step(phase: RefitProgress['phase'], round: number): void {
    this.hooks.onProgress?.({
      phase,
      bytesRead: Math.min(this.#bytes, this.#total),
      bytesTotal: this.#total,
      rowsKept: this.#kept,
      round,
    });
    // Whoever was told of the step may have had enough.
    stopIfCancelled(this.hooks.cancellation);
  }
}
