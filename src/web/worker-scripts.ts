import type { ParquetLibrary } from '../core/export/platform';
import type { ReadCardEmissions } from '../core/refit/cleaning';
import type { WorkerScript } from '../core/refit/worker-protocol';

/**
 * Asks the editor for a script of the desktop's that is loaded here as well, so that the extension carries it once.
 *
 * @returns its source, as one that puts what it exports among the `scripts`
 */
export type FetchScript = (name: WorkerScript) => Promise<string>;

declare global {
  /** What the scripts loaded so far export, under the paths that they ask for each other by. */
  var scripts: Readonly<Record<string, unknown>>;
}

/** Scripts that are loaded when they are needed. */
export class WorkerScripts {
  readonly #loaded = new Map<WorkerScript, Promise<unknown>>();

  constructor(private readonly fetchScript: FetchScript) {}

  async parquetLibrary(): Promise<ParquetLibrary> {
    return (await this.#load('parquet-library')) as ParquetLibrary;
  }

  /** The reader of whole model cards, which is part of the core. */
  async cardReader(): Promise<ReadCardEmissions> {
    const core = (await this.#load('core')) as { readDeclaredEmissions: ReadCardEmissions };
    return core.readDeclaredEmissions;
  }

  #load(name: WorkerScript): Promise<unknown> {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const loading = this.fetchScript(name).then((source) => {
      run(source);
      return globalThis.scripts[`./${name}.js`];
    });
    this.#loaded.set(name, loading);
    return loading;
  }
}

/** Runs a text as a script of this worker: nothing is compiled from it, which pages may forbid. */
function run(source: string): void {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    importScripts(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
