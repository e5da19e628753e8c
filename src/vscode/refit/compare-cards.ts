import * as vscode from 'vscode';
import type { CardComparison, CardRow, EmissionsModel } from '../../core';
import { loadCore } from '../core';
import { nextTurn } from '../next-turn';
import type { Predictions } from '../predictions';
import { relativePath } from '../relative-path';
import { findCardFiles, readWorkspaceCard } from '../workspace-cards';

/** More than these nobody reads, and each costs a look into its repository. */
const MOST_CARDS = 100;

/** Both models whose predictions are compared. */
export interface ComparedModels {
  readonly former: EmissionsModel;
  readonly refitted: EmissionsModel;
}

/**
 * Predicts the cards of the workspace under both models, one by one.
 *
 * @param onRow called with all that is known so far
 * @param isWanted asked between cards; the work ends where it says no
 */
export async function compareCards(
  { former, refitted }: ComparedModels,
  predictions: Predictions,
  onRow: (cards: CardComparison) => void,
  isWanted: () => boolean,
): Promise<void> {
  const { compareCard, judgeUnit, predictFrom } = await loadCore();
  const files = await findCardFiles(MOST_CARDS + 1);
  const rows: CardRow[] = [];
  for (const file of files.slice(0, MOST_CARDS)) {
    // Each step by itself: whoever types in a card while the cards are compared must not notice.
    await nextTurn();
    const found = await readWorkspaceCard(file);
    if (!isWanted()) return;
    if (found === undefined) continue;
    await nextTurn();
    const { prediction: gathered, facts } = await predictions.ofCard(found.uri, found.card);
    await nextTurn();
    // The prose is read when it is first asked for, which takes as long as all the rest.
    if (found.card.statements.length > 0) await nextTurn();
    const declared = judgeUnit(found.card, facts)?.grams.toNumber();
    await nextTurn();
    const [old, fresh] = [former, refitted].map((model) => predictFrom(model, gathered).prediction);
    rows.push(compareCard(relativePath(file), declared, old, fresh));
    const note = vscode.l10n.t('Predicting the cards of this workspace: {0} so far …', rows.length);
    onRow({ rows: [...rows], note });
  }
  onRow({ rows, note: noteOn(rows, files.length) });
}

function noteOn(rows: readonly CardRow[], files: number): string {
  if (rows.length === 0) {
    return vscode.l10n.t('This workspace has no model card to try the models on.');
  }
  const changes = rows.filter(({ change }) => change !== '').length;
  const silent = rows.length - changes;
  return [
    rows.length === 1
      ? vscode.l10n.t('1 card of this workspace under both models.')
      : vscode.l10n.t('{0} cards of this workspace under both models.', rows.length),
    ...(silent > 0
      ? [
          vscode.l10n.t(
            'For {0} of them the size of the model is not known, so there is no prediction.',
            silent,
          ),
        ]
      : []),
    ...(files > MOST_CARDS ? [vscode.l10n.t('Only the first {0} files were looked at.', MOST_CARDS)] : []),
  ].join(' ');
}
