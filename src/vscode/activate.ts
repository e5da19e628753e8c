import * as vscode from 'vscode';
import type { RepositoryReader } from '../core/predictors/repository-reader';
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
import { Models } from './models/models';
import { PredictPanel } from './panels/predict-panel';
import { Predictions } from './predictions';

/** Registers every feature; awaits nothing, reads nothing. */
export function activateModelCards(
  context: vscode.ExtensionContext,
  reader: RepositoryReader | undefined,
): void {
  const cards = new Cards();
  const models = new Models(context.globalState);
  const hub = new Hub();
  const predictions = new Predictions(cards, models, reader, hub);
  const panel = new PredictPanel(context.extensionUri, { cards, predictions, models });
  const language = new Language(cards);
  const ruleDocs = (rule: string) =>
    vscode.Uri.joinPath(context.extensionUri, 'media', 'rules', `${rule}.md`);
  context.subscriptions.push(
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
    vscode.languages.registerInlayHintsProvider(MARKDOWN, new InlayHints(cards, predictions)),
    vscode.languages.registerHoverProvider(MARKDOWN, new Hover(cards, predictions, language)),
    vscode.languages.registerCompletionItemProvider(
      MARKDOWN,
      new Completion(language),
      ...Completion.triggers,
    ),
    panel,
    new LanguageStatus(cards, predictions, models),
    ...registerCommands({ cards, models, panel }),
  );
}
