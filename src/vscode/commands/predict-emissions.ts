import * as vscode from 'vscode';
import { chooseCard } from './choose-card';
import type { Command } from './command';
import { PREDICT_EMISSIONS } from './ids';

/** Opens the panel beside a card. */
export const predictEmissions: Command = {
  id: PREDICT_EMISSIONS,
  async run({ panel }, given) {
    const card = await chooseCard(given, vscode.l10n.t('Predict emissions'));
    if (card === undefined) return;
    const isVisible = vscode.window.visibleTextEditors.some(
      ({ document }) => document.uri.toString() === card.toString(),
    );
    if (!isVisible) await vscode.window.showTextDocument(card);
    panel.show(card);
  },
};
