import * as vscode from 'vscode';
import type { Command } from './command';
import { NEW_MODEL_CARD } from './ids';
import { modelCardTemplate } from './model-card-template';

/** Opens a new model card, not saved anywhere yet, with the cursor at the first place to fill in. */
export const newModelCard: Command = {
  id: NEW_MODEL_CARD,
  async run() {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(modelCardTemplate));
  },
};
