import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';

type QueryObjects = (constructor: unknown, options: { format: 'count' }) => number;

/** Keeps account of what the extension takes while it is used, to see what it does not give back. */
export class WhatRemains implements vscode.Disposable {
  readonly #dist: string;
  readonly #timers = new Set<unknown>();
  readonly #workers = new Set<Worker>();
  readonly #documents: WeakRef<vscode.TextDocument>[] = [];
  readonly #known = new WeakSet<vscode.TextDocument>();
  readonly #stop: (() => void)[] = [];

  /** @param isOurs which documents to account for */
  constructor(isOurs: (document: vscode.TextDocument) => boolean) {
    const extension = vscode.extensions.getExtension('model-card-co2.model-card-co2');
    if (extension === undefined) throw new Error('The extension is not installed.');
    this.#dist = join(extension.extensionPath, 'dist');
    this.#watchTimers();
    const started = (worker: Worker): void => {
      this.#workers.add(worker);
      worker.once('exit', () => this.#workers.delete(worker));
    };
    process.on('worker', started);
    const opening = vscode.workspace.onDidOpenTextDocument((document) => {
      // Of a document in another language VS Code says that it was opened again, though it is the same one.
      if (!isOurs(document) || this.#known.has(document)) return;
      this.#known.add(document);
      this.#documents.push(new WeakRef(document));
    });
    this.#stop.push(() => {
      process.off('worker', started);
      opening.dispose();
    });
  }

  dispose(): void {
    for (const stop of this.#stop) stop();
  }

  /** How many documents were opened. */
  get opened(): number {
    return this.#documents.length;
  }

  /** Timers that the extension has set, and that have neither rung nor been cleared. */
  get timers(): number {
    return this.#timers.size;
  }

  get workers(): number {
    return this.#workers.size;
  }

  /** The closed documents that something still holds, each as text for whoever reads the failed test. */
  async closedDocuments(): Promise<string[]> {
    await collectGarbage();
    return this.#documents
      .flatMap((document) => document.deref() ?? [])
      .filter(({ isClosed }) => isClosed)
      .map(({ uri, languageId, version }) => `${uri.path} (${languageId}, version ${version})`);
  }

  /** Cards read that something still holds, by the index of lines that each has. Undefined before Node 20.13. */
  async cardsRead(): Promise<number | undefined> {
    const { queryObjects } = v8 as { queryObjects?: QueryObjects };
    await collectGarbage();
    // The chunk that the extension has loaded, not another copy.
    const { LineIndex } = createRequire(__filename)(join(this.#dist, 'core.js')) as { LineIndex: unknown };
    return queryObjects?.(LineIndex, { format: 'count' });
  }

  #watchTimers(): void {
    const { setTimeout, clearTimeout } = globalThis;
    const isOwn = (): boolean => new Error().stack?.includes(this.#dist) === true;
    const set = (work: (...values: unknown[]) => void, ...rest: [number?, ...unknown[]]): unknown => {
      if (!isOwn()) return setTimeout(work, ...rest);
      const timer = setTimeout(
        (...values: unknown[]) => {
          this.#timers.delete(timer);
          work(...values);
        },
        ...rest,
      );
      this.#timers.add(timer);
      return timer;
    };
    const clear = (timer: NodeJS.Timeout | undefined): void => {
      this.#timers.delete(timer);
      clearTimeout(timer);
    };
    Object.assign(globalThis, { setTimeout: Object.assign(set, setTimeout), clearTimeout: clear });
    this.#stop.push(() => Object.assign(globalThis, { setTimeout, clearTimeout }));
  }
}

async function collectGarbage(): Promise<void> {
  v8.setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // A weak reference holds until the turn of the event loop in which it was looked at is over.
  for (let round = 0; round < 3; round++) {
    await delay(50);
    gc();
  }
}
