import * as vscode from 'vscode';
import { chooseExport } from '../refit/choose-export';
import type { Command } from './command';
import { REFIT_MODEL } from './ids';

/** Refits the emissions model from a dataset export, and shows the report; nothing changes before it is accepted. */
export const refitModel: Command = {
  id: REFIT_MODEL,
  async run({ extension, refits, refitPanel }, given) {
    if (given instanceof vscode.Uri) return refits.start({ paths: [given.fsPath], overrides: [] });
    const docs = vscode.Uri.joinPath(extension, 'media', 'docs', 'dataset-export.md');
    const pick = await chooseExport(refits.storage, docs);
    if (pick?.kind === 'export') return refits.start(pick.choice);
    const { finished } = refits.storage;
    if (pick?.kind === 'report' && finished) return refitPanel.show(finished.folder);
  },
};
