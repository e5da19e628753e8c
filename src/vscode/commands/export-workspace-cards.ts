import * as vscode from 'vscode';
import type { Command } from './command';
import { EXPORT_WORKSPACE_CARDS } from './ids';

/** Writes the model cards of the workspace as a dataset export, with what is known of their repositories. */
export const exportWorkspaceCards: Command = {
  id: EXPORT_WORKSPACE_CARDS,
  async run({ refits }, given) {
    const tools = await refits.load();
    return tools.exportCards(given instanceof vscode.Uri ? given : undefined);
  },
};
