import * as l10n from '@vscode/l10n';
import type { ReadCardEmissions } from '../core/refit/cleaning';
import type { ParquetLibrary } from '../core/export/platform';
import type { WorkerScript } from '../core/refit/worker-protocol';

/** Asks the editor for the source of a script. */
export type FetchScript = (name: WorkerScript) => Promise<string>;

/** What a script of the desktop's takes: it is CommonJS, and asks for the scripts beside it. */
type CommonJs = (module: { exports: unknown }, exports: unknown, require: (path: string) => unknown) => void;

declare global {
  /** Set by a script while it is loaded. */
  var loadedScript: CommonJs | undefined;
}

/** Loads the scripts that the desktop has beside its worker, so that the extension carries each only once. */
export class WorkerScripts {
  readonly #loaded = new Map<WorkerScript, Promise<unknown>>();

  constructor(private readonly fetchScript: FetchScript) {}

  async parquetLibrary(): Promise<ParquetLibrary> {
    return (await this.#load('parquet-library', new Map())) as ParquetLibrary;
  }

  /** The reader of whole model cards, which is part of the core. */
  async cardReader(): Promise<ReadCardEmissions> {
    const yaml = await this.#load('yaml', new Map());
    const beside = new Map<string, unknown>([
      ['./yaml.js', yaml],
      ['./l10n.js', l10n],
    ]);
    const core = await this.#load('core', beside);
    return (core as { readDeclaredEmissions: ReadCardEmissions }).readDeclaredEmissions;
  }

  #load(name: WorkerScript, beside: ReadonlyMap<string, unknown>): Promise<unknown> {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const loading = this.fetchScript(name).then((source) => run(source, beside));
    this.#loaded.set(name, loading);
    return loading;
  }
}

/** Runs CommonJS as a script of this worker: nothing is compiled from text, which pages may forbid. */
function run(source: string, beside: ReadonlyMap<string, unknown>): unknown {
  const wrapped = `self.loadedScript = function (module, exports, require) {${source}\n}`;
  const address = URL.createObjectURL(new Blob([wrapped], { type: 'text/javascript' }));
  try {
    importScripts(address);
  } finally {
    URL.revokeObjectURL(address);
  }
  const module = { exports: {} as unknown };
  globalThis.loadedScript?.(module, module.exports, (path) => beside.get(path));
  globalThis.loadedScript = undefined;
  return module.exports;
}
