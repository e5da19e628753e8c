import * as vscode from 'vscode';
import type { ProjectConfig, ReadConfig } from '../core';
import { CONFIG_FILE } from '../core/config/config-file';
import { loadCore } from './core';
import { DIAGNOSTIC_SOURCE } from './diagnostic-source';

/** The configurations of workspace folders that have one, by the address of the folder. */
const configs = new Map<string, ProjectConfig>();

/** Settles when every configuration that is known to have changed has been read. */
let reading: Promise<void> = Promise.resolve();

/** The configuration of the workspace folder that a file lies in; undefined where it has none. */
export function projectConfigOf(uri: vscode.Uri): ProjectConfig | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder && configs.get(folder.uri.toString());
}

/** Waits for configurations that are being read. */
export async function projectConfigsRead(): Promise<void> {
  await reading;
}

/**
 * Keeps the configurations of the workspace folders as they are on disk, and says what is wrong in them. They are data, and
 * read through VS Code alone, so that they hold in Restricted Mode and on the Web as well.
 */
export class ProjectConfigs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #problems = vscode.languages.createDiagnosticCollection('modelCardCo2.configuration');
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires when a configuration has come, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.#leave(folder);
        for (const folder of added) this.#watch(folder);
      }),
      // Where changes on disk are not watched, or are told late.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const folder = vscode.workspace.getWorkspaceFolder(uri);
        if (folder && uri.toString() === fileOf(folder).toString()) this.#refresh(folder);
      }),
    ];
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#watch(folder);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#problems.dispose();
    this.#changed.dispose();
    configs.clear();
  }

  #watch(folder: vscode.WorkspaceFolder): void {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, CONFIG_FILE));
    const refresh = () => this.#refresh(folder);
    watcher.onDidCreate(refresh);
    watcher.onDidChange(refresh);
    watcher.onDidDelete(refresh);
    this.#watchers.set(folder.uri.toString(), watcher);
    refresh();
  }

  #leave(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    configs.delete(key);
    this.#problems.delete(fileOf(folder));
  }

  #refresh(folder: vscode.WorkspaceFolder): void {
    reading = reading.then(() => this.#read(folder)).catch(() => undefined);
  }

  async #read(folder: vscode.WorkspaceFolder): Promise<void> {
    const key = folder.uri.toString();
    const uri = fileOf(folder);
    const text = await textOf(uri);
    if (text === undefined) {
      this.#problems.delete(uri);
      if (configs.delete(key)) this.#changed.fire(undefined);
      return;
    }
    const { config, problems } = typeof text === 'string' ? (await loadCore()).readProjectConfig(text) : text;
    // The folder may have been closed in the meantime.
    if (!this.#watchers.has(key)) return;
    configs.set(key, config);
    this.#problems.set(uri, await diagnosticsOf(typeof text === 'string' ? text : '', problems));
    this.#changed.fire(undefined);
  }
}

function fileOf({ uri }: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(uri, CONFIG_FILE);
}

/** Undefined where there is no such file; what is wrong where there is one that is not to be read. */
async function textOf(uri: vscode.Uri): Promise<string | ReadConfig | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    const { MAX_CONFIG_LENGTH, unreadableConfig } = await loadCore();
    // A link could lead out of the folder.
    if ((type & vscode.FileType.SymbolicLink) !== 0) {
      return unreadableConfig(
        vscode.l10n.t('This is a link. The configuration has to be a file of its own.'),
      );
    }
    if (size > MAX_CONFIG_LENGTH)
      return unreadableConfig(vscode.l10n.t('This file is too long for a configuration.'));
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

async function diagnosticsOf(text: string, problems: ReadConfig['problems']): Promise<vscode.Diagnostic[]> {
  const { LineIndex } = await loadCore();
  const lines = new LineIndex(text);
  return problems.map(({ range, message }) => {
    const { start, end } = lines.rangeOf(range);
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    const diagnostic = new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = DIAGNOSTIC_SOURCE;
    return diagnostic;
  });
}
