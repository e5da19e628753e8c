import * as vscode from 'vscode';
import type { CardComparison, RefitOutcome } from '../../core';
import { OUTCOME_FILES } from '../../core/refit/panel-outcome';
import {
  type FromRefitPanel,
  readRefitMemory,
  type RefitDecision,
  type RefitPanelAction,
  type RefitPanelState,
  type ToRefitPanel,
} from '../../core/refit/panel-protocol';
import { loadCore } from '../core';
import type { Models } from '../models/models';
import { placeOf, uriOf } from '../places';
import type { Predictions } from '../predictions';
import { acceptModel, askScope, undoAcceptance } from '../refit/acceptance';
import { compareCards, type ComparedModels } from '../refit/compare-cards';
import type { RefitRunner } from '../../core/refit/worker-protocol';
import type { FormerModel } from '../refit/former-model';
import { refitTitle } from '../refit/refit-title';
import type { RefitStorage } from '../refit/refit-storage';
import { saveActions } from '../refit/save-report';
import { REFIT_PANEL } from '../refit/memory-keys';
import { panelRoots, panelPage } from './panel-page';

/** What the panel needs of the rest of the extension. */
export interface RefitPanelServices {
  readonly predictions: Predictions;
  readonly models: Models;
  readonly storage: RefitStorage;
  readonly runner: RefitRunner;
}

/** The refit on show. */
interface ShownRefit {
  readonly folder: vscode.Uri;
  readonly outcome: RefitOutcome;
}

function noCardsYet(): CardComparison {
  return { rows: [], note: vscode.l10n.t('Looking for the model cards of this workspace …') };
}

/** The panel with the report of a refit, where it is accepted or discarded. */
export class RefitPanel implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #shown: ShownRefit | undefined;
  #cards = noCardsYet();
  #generation = 0;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly services: RefitPanelServices,
  ) {
    this.#subscription = services.models.onDidChange(() => void this.#refresh());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  /** Shows the outcome in a folder. Says so where it is not there any more. */
  async show(folder: string): Promise<void> {
    const outcome = await this.services.runner.outcomeIn(folder);
    if (outcome === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('That report is not there any more. Refit the export again.'),
      );
      return;
    }
    this.#turnTo({ folder: uriOf(folder), outcome });
    if (this.#panel) this.#panel.reveal();
    else
      this.#take(
        vscode.window.createWebviewPanel(REFIT_PANEL, refitTitle(outcome), vscode.ViewColumn.Active),
      );
    await this.#refresh();
  }

  /** Takes up a panel that was there before the window was reloaded. */
  async restore(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const memory = readRefitMemory(saved);
    const outcome = memory && (await this.services.runner.outcomeIn(memory.folder));
    if (memory === undefined || outcome === undefined) {
      panel.dispose();
      return;
    }
    this.#turnTo({ folder: uriOf(memory.folder), outcome });
    this.#take(panel);
    await this.#refresh();
  }

  #turnTo(shown: ShownRefit): void {
    this.#shown = shown;
    this.#cards = noCardsYet();
    if (this.#panel) this.#panel.title = refitTitle(shown.outcome);
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [...panelRoots(this.extension), this.services.storage.root],
    };
    panel.webview.onDidReceiveMessage((message: FromRefitPanel) => void this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.html = panelPage(panel.webview, this.extension, {
      name: 'refit',
      title: vscode.l10n.t('Refitted emissions model'),
      fetches: true,
    });
  }

  async #receive(message: FromRefitPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.#refresh();
      case 'action':
        return this.#act(message.action);
      case 'openCard': {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        const file = folder && vscode.Uri.joinPath(folder.uri, message.name);
        if (file) await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.Beside });
      }
    }
  }

  async #act(action: RefitPanelAction): Promise<void> {
    if (this.#shown === undefined) return;
    try {
      const done = await this.#perform(action, this.#shown);
      if (done !== undefined) this.#send({ type: 'done', text: done });
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  #perform(action: RefitPanelAction, shown: ShownRefit): Promise<string | undefined> {
    switch (action) {
      case 'accept':
        return this.#accept(shown);
      case 'undo':
        return this.#undo();
      case 'discard':
        return this.#discard(shown);
      default:
        return saveActions[action](shown);
    }
  }

  async #accept({ folder, outcome }: ShownRefit): Promise<string | undefined> {
    const { models, storage } = this.services;
    const scope = await askScope();
    if (scope === undefined || storage.finished?.former !== undefined) return undefined;
    const model = vscode.Uri.joinPath(folder, OUTCOME_FILES.model);
    const former = await acceptModel(model, scope, { models, storage });
    await storage.setFinished({ folder: placeOf(folder), former });
    await this.#refresh();
    const undo = vscode.l10n.t('Undo');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('“{0}” predicts from now on.', outcome.title), undo)
      .then(async (answer) => {
        if (answer === undo && storage.finished?.former?.accepted === former.accepted)
          await this.#act('undo');
      });
    return vscode.l10n.t('The refitted model predicts from now on.');
  }

  async #undo(): Promise<string | undefined> {
    const { models, storage } = this.services;
    const { finished } = storage;
    if (finished?.former === undefined) return undefined;
    await undoAcceptance(finished.former, models);
    await storage.setFinished({ folder: finished.folder });
    await this.#refresh();
    return vscode.l10n.t('Undone: “{0}” predicts again.', finished.former.title);
  }

  async #discard({ folder }: ShownRefit): Promise<undefined> {
    const { storage } = this.services;
    this.#panel?.dispose();
    this.#shown = undefined;
    if (storage.finished?.folder === placeOf(folder)) await storage.setFinished(undefined);
    await storage.remove(placeOf(folder));
    void vscode.window.setStatusBarMessage(
      vscode.l10n.t('The refit was discarded; the model in use is as before.'),
      5000,
    );
  }

  async #refresh(): Promise<void> {
    const [panel, shown] = [this.#panel, this.#shown];
    if (panel === undefined || shown === undefined || !this.#isReady) return;
    const generation = ++this.#generation;
    const former = this.#formerOf(shown);
    const models = await this.#models(shown, former);
    if (models === undefined || generation !== this.#generation) return;
    const { compareModels } = await loadCore();
    const state: RefitPanelState = {
      title: refitTitle(shown.outcome),
      report: panel.webview.asWebviewUri(vscode.Uri.joinPath(shown.folder, OUTCOME_FILES.panel)).toString(),
      decision: decisionOn(shown.outcome, former),
      models: compareModels(models.former, models.refitted),
      cards: this.#cards,
    };
    this.#send({ type: 'state', state, memory: { folder: placeOf(shown.folder) } });
    if (shown.outcome.unusable !== undefined) {
      this.#showCards({
        rows: [],
        note: vscode.l10n.t('This model cannot predict for cards, so there is nothing to compare.'),
      });
      return;
    }
    await compareCards(
      models,
      this.services.predictions,
      (cards) => this.#showCards(cards),
      () => generation === this.#generation && this.#panel === panel,
    );
  }

  #showCards(cards: CardComparison): void {
    this.#cards = cards;
    this.#send({ type: 'cards', cards });
  }

  #formerOf({ folder }: ShownRefit): FormerModel | undefined {
    const { finished } = this.services.storage;
    return finished?.folder === placeOf(folder) ? finished.former : undefined;
  }

  /** The refitted model and the one that it replaces, or has replaced. */
  async #models(
    { folder }: ShownRefit,
    former: FormerModel | undefined,
  ): Promise<ComparedModels | undefined> {
    const { models } = this.services;
    const { readModelFile } = await loadCore();
    const file = vscode.Uri.joinPath(folder, OUTCOME_FILES.model);
    const refitted = readModelFile(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    if (former === undefined) return { former: (await models.inUse()).model, refitted };
    const read = await models.read(former.file === undefined ? undefined : vscode.Uri.parse(former.file));
    return 'model' in read ? { former: read.model, refitted } : undefined;
  }

  #send(message: ToRefitPanel): void {
    void this.#panel?.webview.postMessage(message);
  }
}

function decisionOn({ unusable }: RefitOutcome, former: FormerModel | undefined): RefitDecision {
  if (former !== undefined) {
    const text =
      former.scope === 'workspace'
        ? vscode.l10n.t('In use in this workspace. Undo brings “{0}” back.', former.title)
        : vscode.l10n.t('In use in all your workspaces. Undo brings “{0}” back.', former.title);
    return { kind: 'accepted', text };
  }
  return unusable === undefined ? { kind: 'open' } : { kind: 'unusable', reason: unusable };
}
