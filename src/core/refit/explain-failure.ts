import { RefitError } from './refit-error';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more',
  EACCES: 'may not be read: you lack the permission',
  EPERM: 'may not be read: you lack the permission',
  EISDIR: 'is a folder',
  EIO: 'cannot be read: the disk or the network failed',
  EMFILE: 'cannot be opened: too many files are open',
};

const MEMORY = /allocation failed|out of memory|Invalid (typed )?array length|Cannot create a string longer/i;

/** What went wrong, in a sentence or two for the user of the editor. */
export function explainFailure(error: unknown): string {
  if (error instanceof RefitError) return withoutSwitches(error.message);
  if (!(error instanceof Error)) return `The refit failed: ${String(error)}`;
  if (error instanceof RangeError && MEMORY.test(error.message)) return OUT_OF_MEMORY;
  const { code, path } = systemErrorOf(error);
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason !== undefined) return `${path ?? 'A file of the export'} ${reason}.`;
  return `The refit failed: ${error.message}`;
}

export const OUT_OF_MEMORY =
  'The refit ran out of memory and was stopped. The export may hold a record of absurd length, or more rows than fit here.';

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
