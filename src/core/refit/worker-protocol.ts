import type { ColumnOverride } from './column-map';
import type { ColumnQuestion } from './panel-columns';
import type { OutcomeTexts } from './outcome-texts';
import type { RefitOutcome } from './panel-outcome';
import type { RefitProgress } from './progress';

/** Files and folders of an export, by path or address, and how to read them. Plain data, as all that crosses to a worker. */
export interface ExportChoice {
  readonly paths: readonly string[];
  readonly overrides: readonly ColumnOverride[];
  /** What separates the cells of a text file, where it is not what its name says. */
  readonly delimiter?: string;
}

/** What a look at an export's first records tells. */
export interface ExportLook {
  /** Columns that are not understood, the needed ones first; empty where all is clear. */
  readonly questions: readonly ColumnQuestion[];
  readonly delimiter?: string;
}

/** What a worker is asked to do. */
export type RefitTask =
  | { readonly kind: 'look'; readonly paths: readonly string[] }
  | {
      readonly kind: 'refit';
      readonly choice: ExportChoice;
      /** The folder that the outcome is written into; it must not be there yet. */
      readonly folder: string;
      /** When the refit was asked for, in milliseconds since 1970. */
      readonly date: number;
    };

/** Texts in the editor's language by the English ones; undefined for English. */
export type Translation = Readonly<Record<string, string>> | undefined;

/** How a worker is started: its task, a flag (0 or 1) that cancels it, and the language that it speaks. */
export interface WorkerStart {
  readonly task: RefitTask;
  readonly cancelled: SharedArrayBuffer;
  readonly translation: Translation;
}

/** What a worker tells. The last message is one of the three endings. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: RefitProgress }
  | { readonly type: 'done'; readonly value: ExportLook | RefitOutcome }
  | { readonly type: 'cancelled' }
  /** @property reason one or two sentences for the user */
  | { readonly type: 'failed'; readonly reason: string };

/** A file's content, for a worker that has no files. */
export interface FileContent {
  readonly path: string;
  /** How messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Scripts that a worker of the browser asks for when it needs them. */
export type WorkerScript = 'core' | 'parquet-library';

/** What a worker of the browser is told: first its task, then the scripts that it has asked for. */
export type ToWebWorker =
  | {
      readonly type: 'start';
      readonly task: { readonly kind: 'look' } | Omit<Extract<RefitTask, { kind: 'refit' }>, 'folder'>;
      readonly files: readonly FileContent[];
      readonly translation: Translation;
    }
  | { readonly type: 'script'; readonly name: WorkerScript; readonly source: string };

/** What a worker of the browser tells: it writes nothing, but hands over the texts of the outcome. */
export type FromWebWorker =
  | Exclude<FromWorker, { type: 'done' }>
  | { readonly type: 'needs'; readonly script: WorkerScript }
  | { readonly type: 'done'; readonly value: ExportLook | OutcomeTexts };

/** How a job ended. A job that failed or was cancelled has left nothing behind. */
export type JobEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A job that goes on apart from the editor. */
export interface Job<T> {
  /** Never rejects. */
  readonly end: Promise<JobEnd<T>>;
  /** Ends the job, with force if it does not listen. */
  cancel(): void;
}

/** Does the work of a refit where it blocks nobody: in a thread, where there is Node. */
export interface RefitRunner {
  /** Reads the first records, to learn whether the columns are understood. */
  look(paths: readonly string[]): Job<ExportLook>;
  /**
   * Refits, and writes the outcome into `folder`: as a whole, or not at all.
   *
   * @param folder a path, or an address on the Web
   */
  refit(
    choice: ExportChoice,
    folder: string,
    onProgress: (progress: RefitProgress) => void,
  ): Job<RefitOutcome>;
  /** The outcome in a folder; undefined where there is none, or one that another version wrote. */
  outcomeIn(folder: string): Promise<RefitOutcome | undefined>;
}
