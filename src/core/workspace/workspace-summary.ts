import type { WorkspaceRow } from './workspace-row';

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
  if (rows.length === 0) return 'No model card in this workspace';
  const cards = counted(rows.length, 'model card');
  const sums = [0, 1, 2, 3].map((at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const [errors = 0, warnings = 0, information = 0, hints = 0] = sums;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(information > 0 ? [counted(information, 'info')] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  if (parts.length > 0) return `${cards}: ${joined(parts)}`;
  return rows.some(({ error }) => error !== undefined) ? cards : `${cards}, nothing to mend`;
}

/** What is not in the table and why, a sentence each. */
export function workspaceNotes(rows: readonly WorkspaceRow[], tally: WorkspaceTally): string[] {
  const { datasets, spaces, plain, files, seen, most } = tally;
  const leftOut = [
    ...(datasets > 0 ? [counted(datasets, 'dataset card')] : []),
    ...(spaces > 0 ? [counted(spaces, 'Space card')] : []),
    ...(plain > 0 ? [`${counted(plain, 'README')} without metadata`] : []),
  ];
  const unread = rows.filter(({ error }) => error !== undefined).length;
  return [
    ...(seen < files
      ? [`Cancelled: ${seen.toLocaleString('en-US')} of ${counted(files, 'file')} were checked.`]
      : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} could not be read; the table says why.`] : []),
    ...(leftOut.length > 0 ? [`Left out: ${joined(leftOut)}.`] : []),
    ...(files >= most
      ? [`Only the first ${most.toLocaleString('en-US')} files of this workspace were looked at.`]
      : []),
  ];
}

/** "1 card", "1,000 cards". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
