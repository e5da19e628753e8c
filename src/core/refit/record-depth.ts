import * as l10n from '@vscode/l10n';
import { RefitError } from './refit-error';

/**
 * How deep a record may be nested. Those of the Hub's API are about ten deep, and the metadata of a card, which an export
 * may hold, at most a hundred. Parsers set no limit of their own: they build millions of levels, minutes long, until the
 * memory is full, and what walks through these by recursion ends with the stack.
 */
export const MOST_LEVELS = 200;

/** @param where the place of the record, as messages name it */
export function tooDeep(where: string): RefitError {
  return new RefitError(
    l10n.t(
      '{0}: the record is nested more than {1} levels deep, where others have about ten. Remove it, or make the export anew.',
      where,
      MOST_LEVELS,
    ),
  );
}
