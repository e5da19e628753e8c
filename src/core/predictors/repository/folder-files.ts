import type { ByteSource } from '../headers/byte-source';

/** A regular file below the folder of a card. */
export interface ListedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly name: string;
  /** Folders between the folder and the file: 0 for a file directly in it. */
  readonly depth: number;
  /** Where it is read from: an absolute path with every link resolved, or an address. */
  readonly realPath: string;
  readonly bytes: number;
}

/** The files of a folder, nearest first and by name within a folder. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** What was left out and why, a sentence each. */
  readonly notes: readonly string[];
}

/** How files are read, where there is Node and where there is not. */
export interface FileAccess {
  /** The text of a small file; undefined where it is larger than `limit` or cannot be read. */
  readSmallText(place: string, limit: number): Promise<string | undefined>;
  /** Opens a file for `use`, which may ask for parts of it, and closes it again. */
  withFile<T>(place: string, use: (source: ByteSource) => Promise<T>): Promise<T>;
}

/** Asked between files; an `AbortSignal`, where there are any. */
export interface Abortion {
  throwIfAborted(): void;
}

/** More entries than a model repository has; a home folder opened by mistake must not be walked to its end. */
export const ENTRY_LIMIT = 20_000;

/** Folders that hold no weights and no reports of their own, but many files. */
const SKIPPED = new Set(['node_modules', '__pycache__', 'venv', 'env', 'site-packages', 'wandb', 'mlruns']);

/** Whether a folder is looked into: hidden ones are not. */
export function isLookedInto(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED.has(name);
}
