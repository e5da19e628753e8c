import * as l10n from '@vscode/l10n';
import type { WorkspaceRow } from './workspace-row';
import { grouped } from '../quantity/grouped';

/** What a check of a workspace came across, in numbers. */
export interface WorkspaceTally {
  readonly datasets: number;
  readonly spaces: number;
  /** README files without metadata, which are no cards. */
  readonly plain: number;
  /** Files that were found, and files that were looked at before the user cancelled. */
  readonly files: number;
  readonly seen: number;
  /** How many files are looked at, at most. */
  readonly most: number;
}

/** "12 model cards: 3 errors and 1 warning". */
export function workspaceHeadline(rows: readonly WorkspaceRow[]): string {
  if (rows.length === 0) return l10n.t('No model card in this workspace');
  const cards = rows.length === 1 ? l10n.t('1 model card') : l10n.t('{0} model cards', grouped(rows.length));
  const sums = [0, 1, 2, 3].map((at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const [errors = 0, warnings = 0, information = 0, hints = 0] = sums;
  const parts = [
    ...counted(errors, l10n.t('1 error'), (count) => l10n.t('{0} errors', count)),
    ...counted(warnings, l10n.t('1 warning'), (count) => l10n.t('{0} warnings', count)),
    ...counted(information, l10n.t('1 info'), (count) => l10n.t('{0} infos', count)),
    ...counted(hints, l10n.t('1 hint'), (count) => l10n.t('{0} hints', count)),
  ];
  if (parts.length > 0) return `${cards}: ${joined(parts)}`;
  return rows.some(({ error }) => error !== undefined) ? cards : l10n.t('{0}, nothing to mend', cards);
}

/** What is not in the table and why, a sentence each. */
export function workspaceNotes(rows: readonly WorkspaceRow[], tally: WorkspaceTally): string[] {
  const { datasets, spaces, plain, files, seen, most } = tally;
  const leftOut = [
    ...counted(datasets, l10n.t('1 dataset card'), (count) => l10n.t('{0} dataset cards', count)),
    ...counted(spaces, l10n.t('1 Space card'), (count) => l10n.t('{0} Space cards', count)),
    ...counted(plain, l10n.t('1 README without metadata'), (count) =>
      l10n.t('{0} READMEs without metadata', count),
    ),
  ];
  const unread = rows.filter(({ error }) => error !== undefined).length;
  return [
    ...(seen < files ? [cancelled(seen, files)] : []),
    ...counted(unread, l10n.t('1 file could not be read; the table says why.'), (count) =>
      l10n.t('{0} files could not be read; the table says why.', count),
    ),
    ...(leftOut.length > 0 ? [l10n.t('Left out: {0}.', joined(leftOut))] : []),
    ...(files >= most
      ? [l10n.t('Only the first {0} files of this workspace were looked at.', grouped(most))]
      : []),
  ];
}

function cancelled(seen: number, files: number): string {
  return files === 1
    ? l10n.t('Cancelled: {0} of 1 file was checked.', grouped(seen))
    : l10n.t('Cancelled: {0} of {1} files were checked.', grouped(seen), grouped(files));
}

/** The words for one or for many, with "1,000" for a thousand; nothing for none. */
function counted(count: number, one: string, many: (count: string) => string): string[] {
  if (count === 0) return [];
  return [count === 1 ? one : many(grouped(count))];
}

function joined(parts: readonly string[]): string {
  const [last = ''] = parts.slice(-1);
  return parts.length < 2 ? last : l10n.t('{0} and {1}', parts.slice(0, -1).join(', '), last);
}
