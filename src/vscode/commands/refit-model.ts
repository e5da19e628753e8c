import * as vscode from 'vscode';
import type { Command } from './command';
import { REFIT_MODEL } from './ids';

/** Refits the emissions model from a dataset export, and shows the report; nothing changes before it is accepted. */
export const refitModel: Command = {
  id: REFIT_MODEL,
  async run({ refits }, given) {
    const tools = await refits.load();
    return tools.refit(given instanceof vscode.Uri ? given : undefined);
  },
};
