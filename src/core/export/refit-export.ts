import * as l10n from '@vscode/l10n';
import type { ReadCardEmissions } from '../refit/cleaning';
import type { ColumnOverride } from '../refit/column-map';
import type { Field } from '../refit/fields';
import { type Cancellation, type RefitProgress, stopIfCancelled } from '../refit/progress';
import { type Refit, refitCleaned } from '../refit/refit';
import { RefitError } from '../refit/refit-error';
import { DEFAULT_OPTIONS, type RefitOptions } from '../refit/refit-options';
import type { ExportSource, SourceFile } from '../refit/source';
import { ExportSink } from './export-sink';
import type { ExportPlatform } from './platform';
import { readExportFile } from './read-export-file';
import type { ExportFile } from './record-sink';

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
export async function refitExport(
  platform: ExportPlatform,
  paths: readonly string[],
  options: ExportOptions = {},
  hooks: RefitHooks = {},
): Promise<ExportRefit> {
  const files = await platform.listFiles(paths);
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
    await readExportFile(file, sink, options.delimiter, platform);
    reporter.finished(file);
    const sha256 = options.hash === true ? await file.sha256() : null;
    sources.push({ name: file.name, bytes: file.bytes, records: sink.total - before, sha256 });
  }
  const source = sourceOf(sink, sources, await sha256OfFiles(platform, sources));
  reporter.step('cleaning', 0);
  const cleaned = sink.cleaning?.finish(sink.present);
  if (cleaned === undefined)
    throw new RefitError(l10n.t('{0}: no records.', sources.map(({ name }) => name).join(', ')));
  const fitted = refitCleaned(cleaned, { ...DEFAULT_OPTIONS, ...definedOnly(options) }, (phase, round) =>
    reporter.step(phase, round),
  );
  return { source, refit: fitted };
}

function sourceOf(sink: ExportSink, files: readonly SourceFile[], sha256: string | null): ExportSource {
  const wanted: Field[] = ['co2_eq_emissions', 'model_id'];
  for (const { fields } of sink.profile?.predictors ?? []) wanted.push(...fields);
  if (sink.profile !== undefined) wanted.push(sink.profile.domainField);
  if (sink.profile?.numericEmissions === false) wanted.push('org_type', 'card_text');
  return {
    files,
    sha256,
    profile: sink.profile?.name ?? '',
    columns: sink.columns,
    map: sink.map,
    missing: wanted.filter((field) => !sink.present.has(field)),
    emissionsFromCards: sink.emissionsFromCards,
  };
}

/** One hash for several files: that of the list which `sha256sum` prints. @returns null where a file has none */
async function sha256OfFiles(platform: ExportPlatform, files: readonly SourceFile[]): Promise<string | null> {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return first.sha256;
  if (files.some(({ sha256 }) => sha256 === null)) return null;
  return platform.sha256(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
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
