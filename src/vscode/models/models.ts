import * as vscode from 'vscode';
import type { EmissionsModel } from '../../core';
import { loadCore } from '../core';
import { filePattern } from '../file-pattern';
import { readSmallFile } from '../read-small-file';
import { SECTION } from '../settings';
import { MODEL_SETTING, modelFileInSettings, writeModelSetting } from './model-path';

/** The model that predicts. */
export interface ModelInUse {
  readonly model: EmissionsModel;
  /** Where it was read from; undefined for the bundled model. */
  readonly file: vscode.Uri | undefined;
  /** Why the model that the settings name does not serve, in a sentence or two. */
  readonly problem?: string;
}

/** A model that can be chosen, or a file that cannot and why. */
export type ListedModel = { readonly file: vscode.Uri | undefined } & (
  { readonly model: EmissionsModel } | { readonly problem: string }
);

/** Addresses of the model files that were opened before. */
const OPENED = 'modelFiles';

/** The bundled model and the files of refitted ones; one of them is in use. */
export class Models implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #inUse: Promise<ModelInUse> | undefined;
  #watcher: vscode.Disposable | undefined;

  /** Fires when another model serves, or the file of the one in use changed. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly opened: vscode.Memento) {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.${MODEL_SETTING}`)) this.#reload();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#watcher?.dispose();
    this.#changed.dispose();
  }

  /** The model that the settings name; the bundled one where they name none, or one that cannot be used. */
  inUse(): Promise<ModelInUse> {
    return (this.#inUse ??= this.#load());
  }

  /** All models that can be chosen, the bundled one first, with those that are broken. */
  async list(): Promise<ListedModel[]> {
    const { paperModel } = await loadCore();
    const set = modelFileInSettings()?.toString();
    const files = new Set([...(set === undefined ? [] : [set]), ...this.#openedFiles()]);
    const listed = [...files].map((file) => this.read(vscode.Uri.parse(file)));
    return [{ file: undefined, model: paperModel }, ...(await Promise.all(listed))];
  }

  /** Reads one model; undefined stands for the bundled one. */
  async read(file: vscode.Uri | undefined): Promise<ListedModel> {
    const { paperModel, readUsableModel, refuseLargeModelFile } = await loadCore();
    if (file === undefined) return { file, model: paperModel };
    try {
      const bytes = await readSmallFile(file, refuseLargeModelFile);
      return { file, model: readUsableModel(new TextDecoder().decode(bytes)) };
    } catch (error) {
      return { file, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Makes a model the one in use, from now on. */
  async choose(file: vscode.Uri | undefined): Promise<void> {
    if (file) await this.add(file);
    await writeModelSetting(file);
    this.#reload();
  }

  /** Remembers a file, so that it is listed. */
  async add(file: vscode.Uri): Promise<void> {
    await this.#setOpened([file.toString(), ...this.#openedFiles()]);
  }

  /** Takes a file off the list; the file itself stays. */
  async forget(file: vscode.Uri): Promise<void> {
    await this.#setOpened(this.#openedFiles().filter((known) => known !== file.toString()));
  }

  #openedFiles(): readonly string[] {
    return this.opened.get<string[]>(OPENED, []);
  }

  async #setOpened(files: readonly string[]): Promise<void> {
    await this.opened.update(OPENED, [...new Set(files)].slice(0, 20));
  }

  async #load(): Promise<ModelInUse> {
    const { paperModel } = await loadCore();
    const file = modelFileInSettings();
    this.#watch(file);
    if (file === undefined) return { model: paperModel, file };
    const read = await this.read(file);
    if ('model' in read) return { model: read.model, file };
    const name = vscode.workspace.asRelativePath(file);
    const problem = vscode.l10n.t(
      'The model in {0} is not used. {1} The bundled model serves instead.',
      name,
      read.problem,
    );
    return { model: paperModel, file: undefined, problem };
  }

  #reload(): void {
    this.#inUse = undefined;
    this.#changed.fire();
  }

  #watch(file: vscode.Uri | undefined): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    if (file === undefined) return;
    const watcher = vscode.workspace.createFileSystemWatcher(filePattern(file));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      event(() => this.#reload());
    this.#watcher = watcher;
  }
}
