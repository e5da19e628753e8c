import * as vscode from 'vscode';
import {
  type FromPanel,
  type PanelAction,
  type PanelSection,
  readPanelMemory,
  type ToPanel,
} from '../../core/prediction/panel-protocol';
import type { Predictors } from '../../core';
import { isCardFile } from '../card-files';
import { REFIT_MODEL, SELECT_MODEL } from '../commands/ids';
import { pickModel } from '../models/pick-model';
import { cardActions } from './panel-actions';
import {
  panelMemory,
  type PanelServices,
  panelState,
  type PanelSubject,
  shownPredictors,
} from './panel-content';
import { panelPage, panelRoots } from './panel-page';
import { ShownCard } from './shown-card';

const PANEL_TYPE = 'modelCardCo2.predict';

const title = (): string => vscode.l10n.t('Predicted emissions');

/** Only what takes longer than this is announced: the rest is there before anyone could read it. */
const WORKING_AFTER_MS = 300;

/** The panel "Predict emissions": at most one, beside the card that it follows. */
export class PredictPanel implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #shown: ShownCard | undefined;
  #compared: PanelSubject['compared'];
  /** What to bring into view once the page is there. */
  #reveal: PanelSection | undefined;
  /** Whether the author has just asked for a prediction, and should be taken to what is missing for one. */
  #isAsked = false;
  #generation = 0;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly services: PanelServices,
  ) {
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#shows(document.uri)) void this.#refresh();
      }),
      services.predictions.onDidChange((uri) => {
        if (uri === undefined || this.#shows(uri)) void this.#refresh();
      }),
      services.models.onDidChange(() => void this.#refresh()),
      vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
        deserializeWebviewPanel: (panel, memory) => this.#restore(panel, memory),
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel?.dispose();
    this.#shown?.dispose();
  }

  /** The card on show, or the last one. */
  get card(): vscode.Uri | undefined {
    return this.#shown?.uri;
  }

  /** The predictors of the card on show, with what was typed in their place. */
  predictors(): Promise<Predictors | undefined> {
    return shownPredictors(this.#panel && this.#shown);
  }

  /** Opens the panel beside the editor, or brings it to the front; on a card, or on the one that it shows. */
  show(card: vscode.Uri | undefined, section?: PanelSection): void {
    if (card) this.#turnTo(card);
    this.#reveal = section;
    this.#isAsked = card !== undefined;
    if (this.#panel) this.#panel.reveal();
    else {
      const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#take(vscode.window.createWebviewPanel(PANEL_TYPE, title(), column));
    }
    void this.#refresh();
  }

  /** Shows the model in use beside another one; undefined stands for the bundled model. */
  compare(file: vscode.Uri | undefined): void {
    this.#compared = { file };
    this.show(undefined, 'comparison');
  }

  #restore(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const { card, whatIf, comparedWith } = readPanelMemory(saved);
    if (card !== undefined) {
      this.#turnTo(vscode.Uri.parse(card));
      if (this.#shown) this.#shown.whatIf = whatIf;
    }
    if (comparedWith !== undefined) {
      this.#compared = { file: comparedWith === '' ? undefined : vscode.Uri.parse(comparedWith) };
    }
    this.#take(panel);
    return this.#refresh();
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(this.extension) };
    panel.webview.onDidReceiveMessage((message: FromPanel) => void this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.html = panelPage(panel.webview, this.extension, {
      name: 'predict',
      title: title(),
    });
  }

  async #follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (this.#panel === undefined || editor === undefined || !isCardFile(editor.document)) return;
    if (this.#shows(editor.document.uri)) return;
    const { kind } = await this.services.cards.read(editor.document);
    if (kind !== 'model' || vscode.window.activeTextEditor !== editor) return;
    this.#turnTo(editor.document.uri);
    await this.#refresh();
  }

  #shows(uri: vscode.Uri): boolean {
    return this.#panel !== undefined && this.#shown?.uri.toString() === uri.toString();
  }

  #turnTo(uri: vscode.Uri): void {
    if (this.#shown?.uri.toString() === uri.toString()) return;
    this.#shown?.dispose();
    this.#shown = new ShownCard(uri, () => void this.#refresh());
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A page that was hidden starts anew, and has nothing to show.
        this.#isReady = true;
        return this.#refresh();
      case 'change':
        if (this.#shown) this.#shown.whatIf = { ...this.#shown.whatIf, [message.name]: message.text };
        return this.#refresh();
      case 'action':
        return this.#act(message.action);
    }
  }

  async #act(action: PanelAction): Promise<void> {
    switch (action) {
      case 'chooseModel':
        await vscode.commands.executeCommand(SELECT_MODEL);
        return;
      case 'refit':
        await vscode.commands.executeCommand(REFIT_MODEL);
        return;
      case 'compareModels': {
        const picked = await pickModel(this.services.models, {
          title: vscode.l10n.t('Compare emissions models'),
          compare: true,
          predictors: await this.predictors(),
        });
        if (picked) this.compare(picked.file);
        return;
      }
      case 'stopComparing':
        this.#compared = undefined;
        return this.#refresh();
      default: {
        const done = this.#shown && (await cardActions[action](this.#shown, this.services.models));
        await this.#refresh();
        if (done !== undefined) this.#send({ type: 'done', text: done });
      }
    }
  }

  async #refresh(): Promise<void> {
    if (this.#panel === undefined || !this.#isReady) return;
    const generation = ++this.#generation;
    const subject = { shown: this.#shown, compared: this.#compared };
    const working = setTimeout(
      () => this.#send({ type: 'working', text: vscode.l10n.t('Looking into the repository …') }),
      WORKING_AFTER_MS,
    );
    try {
      const state = await panelState(this.services, subject);
      // A newer one is on its way.
      if (generation !== this.#generation) return;
      this.#send({ type: 'state', state, memory: panelMemory(subject) });
      const isStuck = this.#isAsked && state.card !== undefined && state.card.estimate === undefined;
      const section = this.#reveal ?? (isStuck ? 'size' : undefined);
      if (section !== undefined) this.#send({ type: 'reveal', section });
      this.#reveal = undefined;
      this.#isAsked = false;
    } finally {
      clearTimeout(working);
    }
  }

  #send(message: ToPanel): void {
    void this.#panel?.webview.postMessage(message);
  }
}
