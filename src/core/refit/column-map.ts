import * as l10n from '@vscode/l10n';
import { excerpt } from '../card/excerpt';
import { type Field, FIELDS, isField, KNOWN_COLUMNS } from './fields';
import { RefitError } from './refit-error';
import { grouped } from '../quantity/grouped';

/** Where each field stands in an export: a column's name, or a path into a nested one ("safetensors.total"). */
export type ColumnMap = ReadonlyMap<Field, string>;

/** What the user maps by hand: a column of the export, or a path into one, to a field. */
export type ColumnOverride = { readonly column: string; readonly field: Field };

/**
 * Reads a `--map column=name` switch.
 *
 * @throws {RefitError} with the nearest correct way of writing it
 */
export function parseColumnOverride(text: string): ColumnOverride {
  const at = text.lastIndexOf('=');
  if (at <= 0)
    throw new RefitError(`--map ${text}: write it as column=name, for example --map nb_likes=likes.`);
  const column = text.slice(0, at);
  const field = text.slice(at + 1);
  if (isField(field)) return { column, field };
  if (isField(column)) {
    throw new RefitError(
      `--map ${text}: the export's column comes first; did you mean --map ${field}=${column}?`,
    );
  }
  throw new RefitError(`--map ${text}: refit knows no "${field}"; the names are ${FIELDS.join(', ')}.`);
}

/** Which places of a field to look at, the user's first, then the known ones in their order. */
export function candidatePaths(field: Field, overrides: readonly ColumnOverride[]): readonly string[] {
  const chosen = overrides.filter((override) => override.field === field).map(({ column }) => column);
  const taken = new Set(overrides.map(({ column }) => column));
  return chosen.length > 0 ? chosen : KNOWN_COLUMNS[field].filter((path) => !taken.has(path));
}

/**
 * Recognises an export's columns.
 *
 * @param columns names of the columns, with paths for nested ones ("safetensors", "safetensors.total")
 * @param textColumns columns that may hold JSON text, into which a path may descend
 * @throws {RefitError} where a column that the user maps is not there
 */
export function recogniseColumns(
  columns: readonly string[],
  overrides: readonly ColumnOverride[] = [],
  textColumns: ReadonlySet<string> = new Set(columns),
): ColumnMap {
  const present = new Set(columns);
  const holds = (path: string): boolean =>
    present.has(path) || (path.includes('.') && textColumns.has(path.slice(0, path.indexOf('.'))));
  const map = new Map<Field, string>();
  for (const [at, { column }] of overrides.entries()) {
    if (overrides.findIndex((other) => other.column === column) < at) {
      throw new RefitError(
        l10n.t('--map names the column "{0}" twice; a column can stand for one thing only.', column),
      );
    }
    if (!holds(column))
      throw new RefitError(
        l10n.t(
          '--map names the column "{0}", which the export does not have: it has {1}.',
          column,
          listed(columns),
        ),
      );
  }
  for (const field of FIELDS) {
    const path = candidatePaths(field, overrides).find(holds);
    if (path !== undefined) map.set(field, path);
  }
  return map;
}

/** Names in a sentence, not too many of them. */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map((name) => `"${shortened(name)}"`);
  const rest = names.length - shown.length;
  const text = shown.join(', ');
  return rest > 0 ? l10n.t('{0} and {1} more', text, grouped(rest)) : text;
}

/** A cell or a name, cut where it would fill the screen, with nothing in it that a terminal obeys. */
export function shortened(text: string, most = 60): string {
  return excerpt(text, most);
}
