import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RepositoryReader } from '../core/predictors/repository-reader';
import type { RefitRunner } from '../core/refit/worker-protocol';
import { MARKDOWN } from './card-files';
import { Cards } from './cards';
import { CodeActions } from './code-actions';
import { registerCommands } from './commands';
import { Completion } from './completion';
import { Diagnostics } from './diagnostics';
import { Hover } from './hover';
import { Hub } from './hub';
import { InlayHints } from './inlay-hints';
import { Language } from './language';
import { LanguageStatus } from './language-status';
import { LazyRefits } from './lazy-refits';
import { Models } from './models/models';
import { PredictPanel } from './panels/predict-panel';
import { WorkspacePanel } from './panels/workspace-panel';
import { Predictions } from './predictions';
import { ProjectConfigs } from './project-configs';

/**
 * Registers every feature; awaits nothing.
 *
 * @param reader reads what lies beside a card
 * @param refitRunner refits models apart from the editor: in a thread, or a worker of the browser
 */
export function activateModelCards(
  context: vscode.ExtensionContext,
  reader: RepositoryReader,
  refitRunner: RefitRunner,
): void {
  // What is not the editor's own part does not know the editor, and is told its language.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const cards = new Cards();
  const projectConfigs = new ProjectConfigs();
  const models = new Models(context.globalState);
  const hub = new Hub();
  const predictions = new Predictions(cards, models, reader, hub, projectConfigs);
  const panel = new PredictPanel(context.extensionUri, { cards, predictions, models });
  const workspacePanel = new WorkspacePanel(context.extensionUri, { cards, predictions });
  const refits = new LazyRefits({ context, models, predictions, runner: refitRunner });
  const language = new Language(cards);
  const inlayHints = new InlayHints(cards, predictions, models);
  const ruleDocs = (rule: string) =>
    vscode.Uri.joinPath(context.extensionUri, 'media', 'rules', `${rule}.md`);
  context.subscriptions.push(
    projectConfigs,
    hub,
    models,
    predictions,
    language,
    new Diagnostics(cards, predictions, ruleDocs),
    vscode.languages.registerCodeActionsProvider(
      MARKDOWN,
      new CodeActions(cards, predictions),
      CodeActions.metadata,
    ),
    inlayHints,
    vscode.languages.registerInlayHintsProvider(MARKDOWN, inlayHints),
    vscode.languages.registerHoverProvider(MARKDOWN, new Hover(cards, predictions, language)),
    vscode.languages.registerCompletionItemProvider(
      MARKDOWN,
      new Completion(language),
      ...Completion.triggers,
    ),
    panel,
    workspacePanel,
    refits,
    new LanguageStatus(cards, predictions, models),
    ...registerCommands({ cards, models, panel, refits, workspacePanel }),
  );
}
