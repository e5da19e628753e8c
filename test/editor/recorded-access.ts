import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';
import * as vscode from 'vscode';
import { type AccessKind, trapAccess } from './access-trap.mjs';

/** What this extension has done since the recording began, in its host and in workers that it has started since. */
export interface Recording {
  /** Programs that were started. */
  readonly programs: readonly string[];
  /** Paths that were opened, listed or asked about, by Node's modules or through VS Code. */
  readonly paths: readonly string[];
  /** What was connected to, asked for, or looked up by name. */
  readonly connections: readonly string[];
  /** How many workers were started; what they did is known once the recording is stopped. */
  workers(): number;
  stop(): void;
}

/**
 * Records each program that is started, each path that is read and each connection that is opened. VS Code and its other
 * extensions do such things in the same process: they are left out where the stack shows them and nothing of this
 * extension. A connection that nobody can be seen to have opened is this extension's.
 */
export function recordAccess(): Recording {
  const found: Readonly<Record<AccessKind, string[]>> = { program: [], path: [], connection: [] };
  const stopTrap = trapAccess((kind, what, stack) => {
    const frames = framesOf(stack);
    // Node's own parts open files for VS Code as well, where the stack ends with them.
    const isNobodys = frames.length === 0 && kind === 'connection';
    if (isNobodys || isOurs(frames)) found[kind].push(what);
  });
  const files = recordFileSystem(found.path);
  const workers = recordWorkers((kind, what) => found[kind].push(what));
  return {
    programs: found.program,
    paths: found.path,
    connections: found.connection,
    workers: () => workers.count(),
    stop() {
      stopTrap();
      files.stop();
      workers.stop();
    },
  };
}

function extensionPath(): string {
  const extension = vscode.extensions.getExtension('model-card-co2.model-card-co2');
  if (extension === undefined) throw new Error('The extension is not there.');
  return extension.extensionPath;
}

/** The lines of a stack that name a file, other than Node's own. */
function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => /[(\s](?:file:\/\/)?(?:\/|[a-z]:[\\/])/i.test(line));
}

function isOurs(frames: readonly string[]): boolean {
  const ours = ['dist', 'out'].map((folder) => join(extensionPath(), folder));
  return frames.some((frame) => ours.some((folder) => frame.includes(folder)));
}

/** VS Code's own file system, which the extension has instead of Node's. */
function recordFileSystem(paths: string[]): { stop(): void } {
  const { fs } = vscode.workspace;
  const noted = (uri: vscode.Uri): vscode.Uri => {
    paths.push(uri.fsPath);
    return uri;
  };
  const recorded: Pick<vscode.FileSystem, 'readDirectory' | 'readFile' | 'stat'> = {
    readDirectory: (uri) => fs.readDirectory(noted(uri)),
    readFile: (uri) => fs.readFile(noted(uri)),
    stat: (uri) => fs.stat(noted(uri)),
  };
  const former = Object.getOwnPropertyDescriptor(vscode.workspace, 'fs');
  if (former === undefined) throw new Error('VS Code’s file system cannot be recorded.');
  Object.defineProperty(vscode.workspace, 'fs', { value: { ...fs, ...recorded }, configurable: true });
  return { stop: () => Object.defineProperty(vscode.workspace, 'fs', former) };
}

/** A worker has modules of its own, so it brings its own trap. */
function recordWorkers(note: (kind: AccessKind, what: string) => void): {
  count(): number;
  stop(): void;
} {
  const { Worker } = workerThreads;
  const folder = mkdtempSync(join(tmpdir(), 'model-card-notes-'));
  const notes = join(folder, 'notes');
  const trap = pathToFileURL(join(extensionPath(), 'test/editor/worker-trap.mjs')).href;
  let count = 0;
  class RecordedWorker extends Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      count++;
      const env = { ...process.env, MODEL_CARD_CO2_NOTES: notes };
      super(file, { ...options, env, execArgv: ['--import', trap] });
    }
  }
  workerThreads.Worker = RecordedWorker;
  return {
    count: () => count,
    stop() {
      workerThreads.Worker = Worker;
      for (const [kind, what] of readNotes(notes)) note(kind, what);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readNotes(file: string): [AccessKind, string][] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as [AccessKind, string]);
  } catch {
    return [];
  }
}
