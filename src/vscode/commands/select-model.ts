import * as vscode from 'vscode';
import { pickModel } from '../models/pick-model';
import type { Command } from './command';
import { SELECT_MODEL } from './ids';

/** Lets the user choose the model that predicts, or compare one with it. */
export const selectModel: Command = {
  id: SELECT_MODEL,
  async run({ models, panel }) {
    const predictors = await panel.predictors();
    const title = vscode.l10n.t('Choose emissions model');
    const picked = await pickModel(models, { title, predictors, compare: false });
    if (picked === undefined) return;
    if (picked.compare) panel.compare(picked.file);
    else await models.choose(picked.file);
  },
};
