import * as vscode from 'vscode';
import type { RefitProgress } from '../../core/refit/progress';
import { FIRST_SCRIPTS, SCRIPTS_PRELUDE, workerScript } from '../../core/refit/worker-script';
import type {
  FileContent,
  FromWebWorker,
  JobEnd,
  ToWebWorker,
  WorkerScript,
} from '../../core/refit/worker-protocol';

/** What is used of a browser's workers; those of Node have another shape. */
export interface BrowserWorker {
  onmessage: ((event: { readonly data: FromWebWorker }) => void) | null;
  onerror: ((event: { readonly message: string; preventDefault(): void }) => void) | null;
  postMessage(message: ToWebWorker, transfer?: readonly ArrayBuffer[]): void;
  terminate(): void;
}

declare const Worker: new (address: string, options?: { name: string }) => BrowserWorker;

/** A worker of the browser that makes one refit. */
export class RefitWorker {
  private constructor(
    private readonly worker: BrowserWorker,
    private readonly dist: vscode.Uri,
  ) {}

  /**
   * Starts the worker that lies in a folder. A page may start only scripts of its own origin, and extensions come from
   * another one, or over the connection to a server: so the script is read as a file, and started from memory.
   */
  static async start(dist: vscode.Uri): Promise<RefitWorker> {
    const sources = await Promise.all(FIRST_SCRIPTS.map((name) => scriptOf(dist, name)));
    const script = new Blob([SCRIPTS_PRELUDE, ...sources], { type: 'text/javascript' });
    const address = URL.createObjectURL(script);
    return new RefitWorker(new Worker(address, { name: 'Model Card CO₂ refit' }), dist);
  }

  /** Gives the worker its task; `files` are handed over, and empty here afterwards. Never rejects. */
  perform<T>(
    task: Extract<ToWebWorker, { type: 'start' }>['task'],
    files: readonly FileContent[],
    onProgress: (progress: RefitProgress) => void,
  ): Promise<JobEnd<T>> {
    const { worker } = this;
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        switch (data.type) {
          case 'progress':
            onProgress(data.progress);
            return;
          case 'needs':
            this.#send(data.script).catch((error: unknown) => resolve(failed(String(error))));
            return;
          case 'done':
            // What a worker says last is what its task has made.
            resolve({ kind: 'done', value: data.value as T });
            return;
          case 'cancelled':
            resolve({ kind: 'cancelled' });
            return;
          case 'failed':
            resolve({ kind: 'failed', reason: data.reason });
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(failed(event.message));
      };
      const message: ToWebWorker = { type: 'start', task, files, translation: vscode.l10n.bundle };
      worker.postMessage(
        message,
        files.map(({ bytes }) => bytes.buffer),
      );
    });
  }

  /** Ends the worker, whatever it is doing. */
  end(): void {
    this.worker.terminate();
  }

  async #send(name: WorkerScript): Promise<void> {
    const message: ToWebWorker = { type: 'script', name, source: await scriptOf(this.dist, name) };
    this.worker.postMessage(message);
  }
}

async function scriptOf(dist: vscode.Uri, name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, `${name}.js`));
  return workerScript(name, new TextDecoder().decode(bytes));
}

function failed(reason: string): JobEnd<never> {
  return { kind: 'failed', reason: vscode.l10n.t('The refit failed: {0}', reason) };
}
