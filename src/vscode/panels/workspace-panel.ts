import * as vscode from 'vscode';
import type {
  FromWorkspacePanel,
  ToWorkspacePanel,
  WorkspaceAction,
} from '../../core/workspace/panel-protocol';
import type { BulkFix, CardReport } from '../../core';
import { loadCore } from '../core';
import { relativePath } from '../relative-path';
import type { CheckServices } from '../workspace-check/check-file';
import { checkWorkspace, type WorkspaceCheck } from '../workspace-check/check-workspace';
import { fixFiles, previewWords } from '../workspace-check/fix-files';
import { saveCheck } from '../workspace-check/save-check';
import { panelPage, panelRoots } from './panel-page';

const PANEL_TYPE = 'modelCardCo2.workspace';
const title = (): string => vscode.l10n.t('All model cards');

/** The page is told of progress no more often than anyone can see. */
const PROGRESS_MS = 100;

/** The table of all model cards of the workspace: at most one. */
export class WorkspacePanel implements vscode.Disposable {
  readonly #serializer: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #check: WorkspaceCheck | undefined;
  #isOutdated = false;
  /** Ends the check that goes on. */
  #checking: vscode.CancellationTokenSource | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly services: CheckServices,
  ) {
    this.#serializer = vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
      deserializeWebviewPanel: async (panel) => {
        this.#take(panel);
        void this.#checkAll();
        return Promise.resolve();
      },
    });
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  /** Shows the table and checks all cards. @returns the reports, once they are there */
  async show(): Promise<readonly CardReport[]> {
    if (this.#panel) this.#panel.reveal();
    else this.#take(vscode.window.createWebviewPanel(PANEL_TYPE, title(), vscode.ViewColumn.Active));
    await this.#checkAll();
    return this.#check?.files.map(({ report }) => report) ?? [];
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(this.extension) };
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromWorkspacePanel) => void this.#receive(message)),
      ...this.#watchCards(),
    ];
    panel.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#check = undefined;
      this.#checking?.cancel();
    });
    panel.webview.html = panelPage(panel.webview, this.extension, { name: 'workspace', title: title() });
  }

  /** Tells when cards of the table change, or others appear. */
  #watchCards(): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.[mM][dD]');
    const changed = (uri: vscode.Uri): void => {
      const address = uri.toString();
      if (this.#check?.files.some((file) => file.uri.toString() === address)) this.#setOutdated();
    };
    const created = ({ path }: vscode.Uri): void => {
      if (/\/readme\.md$/i.test(path)) this.#setOutdated();
    };
    return [
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(created),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) changed(document.uri);
      }),
    ];
  }

  #setOutdated(): void {
    if (this.#isOutdated || this.#checking || this.#check === undefined) return;
    this.#isOutdated = true;
    this.#send({ type: 'outdated' });
  }

  async #checkAll(): Promise<void> {
    this.#checking?.cancel();
    const checking = new vscode.CancellationTokenSource();
    this.#checking = checking;
    this.#isOutdated = false;
    let told = 0;
    try {
      const check = await checkWorkspace(this.services, checking.token, (seen, files) => {
        if (this.#checking !== checking || Date.now() - told < PROGRESS_MS) return;
        told = Date.now();
        this.#send({ type: 'checking', seen, files });
      });
      // Another check has taken over, or the panel is gone.
      if (this.#checking !== checking || this.#panel === undefined) return;
      this.#check = check;
    } catch (error) {
      tellFailure(error);
    } finally {
      if (this.#checking === checking) this.#checking = undefined;
      checking.dispose();
    }
    await this.#showCheck();
  }

  async #showCheck(): Promise<void> {
    if (!this.#isReady || this.#check === undefined) return;
    const { workspaceState } = await loadCore();
    const { files, tally } = this.#check;
    this.#send({ type: 'state', state: workspaceState(files, tally) });
    if (this.#isOutdated) this.#send({ type: 'outdated' });
  }

  async #receive(message: FromWorkspacePanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A page that was hidden starts anew, and has nothing to show.
        this.#isReady = true;
        return this.#showCheck();
      case 'action':
        try {
          const done = await this.#act(message.action);
          if (done !== undefined) this.#send({ type: 'done', text: done });
        } catch (error) {
          tellFailure(error);
        }
        return;
      case 'open':
        return this.#open(message.row, message.finding);
    }
  }

  /** Says in a few words what was done, or nothing. */
  async #act(action: WorkspaceAction): Promise<string | undefined> {
    switch (action) {
      case 'check':
        await this.#checkAll();
        return undefined;
      case 'cancel':
        this.#checking?.cancel();
        return undefined;
      case 'fixSafe':
        return this.#fix('safe');
      case 'fixKilograms':
        return this.#fix('kilograms');
      case 'saveCsv':
        return this.#check && saveCheck('CSV', reportsOf(this.#check));
      case 'saveJson':
        return this.#check && saveCheck('JSON', reportsOf(this.#check));
    }
  }

  async #fix(kind: BulkFix): Promise<string | undefined> {
    if (this.#check === undefined) return undefined;
    this.#send({ type: 'done', text: previewWords(kind) });
    const applied = await fixFiles(kind, this.#check.files, this.services);
    await this.#checkAll();
    return applied
      ? vscode.l10n.t('Applied; the cards were checked again.')
      : vscode.l10n.t('Nothing was changed.');
  }

  /** Beside the table, or where the card is shown already. */
  async #open(row: number, finding: number | undefined): Promise<void> {
    const file = this.#check?.files[row];
    if (file === undefined) return;
    const found = finding === undefined ? undefined : file.report.findings[finding]?.range;
    const selection = found
      ? new vscode.Range(found.start.line, found.start.character, found.end.line, found.end.character)
      : file.place;
    const address = file.uri.toString();
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === address,
    );
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
    try {
      await vscode.window.showTextDocument(file.uri, { viewColumn, selection });
    } catch {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          '{0} cannot be opened: it is no text, or is not there any more.',
          relativePath(file.uri),
        ),
      );
    }
  }

  #send(message: ToWorkspacePanel): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }
}

function reportsOf({ files }: WorkspaceCheck): readonly CardReport[] {
  return files.map(({ report }) => report);
}

function tellFailure(error: unknown): void {
  void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
}
