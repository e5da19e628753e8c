import { stat } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { RefitError } from '../../core/refit/refit-error';
import { listExportFiles } from '../export/export-files';

interface FileState {
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/** The files of an export as they are now: their sizes and when they were changed. */
export class ExportState {
  private constructor(
    private readonly paths: readonly string[],
    private readonly files: ReadonlyMap<string, FileState>,
  ) {}

  static async of(paths: readonly string[]): Promise<ExportState> {
    return new ExportState(paths, await statesOf(paths));
  }

  /** @throws {RefitError} where a file has changed, come or gone since: what was read is then of no one version */
  async requireUnchanged(): Promise<void> {
    const now = await statesOf(this.paths);
    for (const [path, { name, bytes, modified }] of this.files) {
      const found = now.get(path);
      if (found === undefined)
        throw new RefitError(
          l10n.t(
            '{0} vanished while it was read. The model in use stays; refit again when the export is complete.',
            name,
          ),
        );
      if (found.bytes !== bytes || found.modified !== modified) {
        throw new RefitError(
          l10n.t(
            '{0} changed while it was read. The model in use stays; refit again when the export is complete.',
            name,
          ),
        );
      }
    }
    for (const [path, { name }] of now) {
      if (!this.files.has(path))
        throw new RefitError(
          l10n.t(
            '{0} came while the folder was read. The model in use stays; refit again when the export is complete.',
            name,
          ),
        );
    }
  }
}

async function statesOf(paths: readonly string[]): Promise<Map<string, FileState>> {
  const files = await listExportFiles(paths);
  const states = files.map(async ({ path, name }) => {
    const { size, mtimeMs } = await stat(path);
    return [path, { name, bytes: size, modified: mtimeMs }] as const;
  });
  return new Map(await Promise.all(states));
}
