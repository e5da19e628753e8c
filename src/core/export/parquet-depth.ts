import * as l10n from '@vscode/l10n';
import type { SchemaElement } from 'hyparquet';
import { MOST_LEVELS } from '../refit/record-depth';
import { RefitError } from '../refit/refit-error';

/**
 * Refuses columns that are nested deeper than any record may be, before the library makes a tree of them: it does so by
 * recursion, and a column is called by its whole path, so that some megabytes of names would become gigabytes.
 *
 * @param schema each column before those within it, as it stands in the file
 * @throws {RefitError} that says so
 */
export function refuseDeepColumns(schema: readonly SchemaElement[], file: string): void {
  /** Of each level: how many columns are still to come on it. */
  const toCome = [1];
  for (const { num_children: within = 0 } of schema) {
    while (toCome.at(-1) === 0) toCome.pop();
    toCome.push((toCome.pop() ?? 0) - 1, Math.max(0, within));
    // The root is no level, nor is what would come within this column.
    if (toCome.length - 2 > MOST_LEVELS) {
      throw new RefitError(
        l10n.t(
          '{0} has columns that are nested more than {1} levels deep, where others have about ten. Make the export anew.',
          file,
          MOST_LEVELS,
        ),
      );
    }
  }
}
