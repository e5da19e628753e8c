import * as vscode from 'vscode';
import type { RefitOutcome } from '../../core';

/** "Refit from hub.csv" in the editor's language; the model itself keeps an English name, which others see as well. */
export function refitTitle({ source }: RefitOutcome): string {
  return vscode.l10n.t('Refit from {0}', source);
}
