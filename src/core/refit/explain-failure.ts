import * as l10n from '@vscode/l10n';
import { RefitError } from './refit-error';

const MEMORY = /allocation failed|out of memory|Invalid (typed )?array length|Cannot create a string longer/i;

/** What went wrong, in a sentence or two for the user of the editor. */
export function explainFailure(error: unknown): string {
  if (error instanceof RefitError) return withoutSwitches(error.message);
  if (!(error instanceof Error)) return l10n.t('The refit failed: {0}', String(error));
  if (error instanceof RangeError && MEMORY.test(error.message)) return outOfMemory();
  const { code, path } = systemErrorOf(error);
  const known = explainCode(code, path ?? l10n.t('A file of the export'));
  return known ?? l10n.t('The refit failed: {0}', error.message);
}

function explainCode(code: string | undefined, file: string): string | undefined {
  switch (code) {
    case 'ENOENT':
      return l10n.t('{0} is not there any more.', file);
    case 'EACCES':
    case 'EPERM':
      return l10n.t('{0} may not be read: you lack the permission.', file);
    case 'EISDIR':
      return l10n.t('{0} is a folder.', file);
    case 'EIO':
      return l10n.t('{0} cannot be read: the disk or the network failed.', file);
    case 'EMFILE':
      return l10n.t('{0} cannot be opened: too many files are open.', file);
    default:
      return undefined;
  }
}

/** What is said where a refit needs more memory than there is. */
export function outOfMemory(): string {
  return l10n.t(
    'The refit ran out of memory and was stopped. The export may hold a record of absurd length, or more rows than fit here.',
  );
}

function systemErrorOf(error: Error): { code?: string; path?: string } {
  return {
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('path' in error && typeof error.path === 'string' && { path: error.path }),
  };
}

/** The editor has no switches: a sentence about one is for the command line. */
function withoutSwitches(message: string): string {
  const sentences = message.split(/(?<=[.!?])\s+(?=[A-Z])/);
  const kept = sentences.filter((sentence) => !/(?:^|\s)--[a-z]/.test(sentence));
  return kept.length === 0 ? message : kept.join(' ');
}
