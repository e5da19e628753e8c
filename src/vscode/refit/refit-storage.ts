import * as vscode from 'vscode';
import type { ExportChoice } from '../../core/refit/worker-protocol';
import { uriOf } from '../places';
import type { FormerModel } from './former-model';
import { UNDERWAY } from './memory-keys';

/** A refit that has begun and not ended. */
export interface UnderwayRefit {
  readonly choice: ExportChoice;
  readonly folder: string;
}

/** A refit whose report is there to be decided on. */
export interface FinishedRefit {
  readonly folder: string;
  /** What the refitted model took the place of, once it was accepted. */
  readonly former?: FormerModel;
}

const FINISHED = 'refit.finished';
const RECENT = 'refit.recent';
const MOST_RECENT = 5;

/** What is remembered of refits: in this workspace those that go on or wait, everywhere the exports used. */
export class RefitStorage {
  /** Where outcomes lie, each in a folder of its own. */
  readonly root: vscode.Uri;
  /** Where accepted models lie that are for all workspaces. */
  readonly models: vscode.Uri;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.root = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'refits');
    this.models = vscode.Uri.joinPath(context.globalStorageUri, 'models');
  }

  /** A new folder for an outcome. */
  newFolder(): vscode.Uri {
    return vscode.Uri.joinPath(this.root, `${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}`);
  }

  get underway(): UnderwayRefit | undefined {
    return this.context.workspaceState.get<UnderwayRefit>(UNDERWAY);
  }

  async setUnderway(refit: UnderwayRefit | undefined): Promise<void> {
    await this.context.workspaceState.update(UNDERWAY, refit);
  }

  get finished(): FinishedRefit | undefined {
    return this.context.workspaceState.get<FinishedRefit>(FINISHED);
  }

  async setFinished(refit: FinishedRefit | undefined): Promise<void> {
    await this.context.workspaceState.update(FINISHED, refit);
  }

  /** Exports that were refitted, the last one first. */
  get recent(): readonly ExportChoice[] {
    return this.context.globalState.get<ExportChoice[]>(RECENT, []);
  }

  async addRecent(choice: ExportChoice): Promise<void> {
    const same = (other: ExportChoice): boolean => other.paths.join('\n') === choice.paths.join('\n');
    const others = this.recent.filter((other) => !same(other));
    await this.context.globalState.update(RECENT, [choice, ...others].slice(0, MOST_RECENT));
  }

  /** Removes an outcome, with what is left of one that never came to be. */
  async remove(folder: string): Promise<void> {
    for (const place of [folder, `${folder}.part`]) {
      await vscode.workspace.fs
        .delete(uriOf(place), { recursive: true, useTrash: false })
        .then(undefined, () => undefined);
    }
  }
}
