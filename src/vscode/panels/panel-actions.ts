import * as vscode from 'vscode';
import { declareInCard } from '../commands/declare-in-card';
import { loadCore } from '../core';
import type { Models } from '../models/models';
import { SECTION } from '../settings';
import type { ShownCard } from './shown-card';

/** Does something with the card on show; says in a few words what was done, or nothing. */
type CardAction = (shown: ShownCard, models: Models) => Promise<string | undefined>;

/** What the buttons do that are about the card. */
export const cardActions = {
  insert: async (shown, models) => {
    const document = await shown.document();
    const prediction = shown.result?.prediction;
    if (document === undefined || prediction === undefined) return undefined;
    const { estimateDeclaration } = await loadCore();
    const { model } = await models.inUse();
    const question = vscode.l10n.t('Replace what the card declares by this estimate?');
    const done = await declareInCard(document, estimateDeclaration(model, prediction), question);
    return done ? vscode.l10n.t('Inserted into the card, marked as an estimate.') : undefined;
  },
  copyYaml: async ({ result }, models) => {
    if (result?.prediction === undefined) return undefined;
    const { estimateAsYaml } = await loadCore();
    const { model } = await models.inUse();
    await vscode.env.clipboard.writeText(estimateAsYaml(model, result.prediction));
    return vscode.l10n.t('Copied as YAML.');
  },
  copyMarkdown: async ({ result }, models) => {
    if (result?.prediction === undefined) return undefined;
    const { estimateAsMarkdown } = await loadCore();
    const { model } = await models.inUse();
    await vscode.env.clipboard.writeText(estimateAsMarkdown(model, result.prediction, result.card));
    return vscode.l10n.t('Copied as Markdown.');
  },
  keepSize: async (shown) => {
    const { parameters: size, ...rest } = shown.whatIf;
    if (size === undefined) return undefined;
    const section = vscode.workspace.getConfiguration(SECTION, shown.uri);
    await section.update('predictors.parameters', size.trim(), vscode.ConfigurationTarget.WorkspaceFolder);
    shown.whatIf = rest;
    return vscode.l10n.t('Kept {0} parameters in the settings of this folder.', size.trim());
  },
  reset: async (shown) => {
    shown.whatIf = {};
    return Promise.resolve(undefined);
  },
  openCard: async (shown) => {
    const document = await shown.document();
    const column = vscode.window.visibleTextEditors.find(
      (editor) => editor.document === document,
    )?.viewColumn;
    if (document) await vscode.window.showTextDocument(document, column ?? vscode.ViewColumn.One);
    return undefined;
  },
} satisfies Record<string, CardAction>;
