import * as vscode from 'vscode';
import type { EmissionsModel, PanelMemory, PanelState, Predictors } from '../../core';
import type { Cards } from '../cards';
import { loadCore } from '../core';
import type { ModelInUse, Models } from '../models/models';
import type { Predictions } from '../predictions';
import type { ShownCard } from './shown-card';

/** What the panel needs of the rest of the extension. */
export interface PanelServices {
  readonly cards: Cards;
  readonly predictions: Predictions;
  readonly models: Models;
}

/** What is on show: a card, and a model that the one in use is compared with. */
export interface PanelSubject {
  readonly shown: ShownCard | undefined;
  readonly compared: { readonly file: vscode.Uri | undefined } | undefined;
}

/** Reads what is on show anew, and says everything that the page draws. */
export async function panelState(
  services: PanelServices,
  { shown, compared }: PanelSubject,
): Promise<PanelState> {
  const { panelModel } = await loadCore();
  const inUse = await services.models.inUse();
  const notice = shown && (await readShown(services, shown));
  if (shown) await predictShown(shown, inUse.model, notice?.gone !== true);
  const file = inUse.file && vscode.workspace.asRelativePath(inUse.file);
  const comparison = compared && (await compare(services, inUse, compared.file, shown));
  return {
    ...(notice && { notice: notice.text }),
    ...(shown?.result && { card: shown.result.card }),
    model: panelModel({ model: inUse.model, ...(file !== undefined && { file }) }, inUse.problem),
    ...(comparison && { comparison }),
  };
}

/** What the panel needs to come back after a reload. */
export function panelMemory({ shown, compared }: PanelSubject): PanelMemory {
  return {
    ...(shown && { card: shown.uri.toString() }),
    ...(compared && { comparedWith: compared.file?.toString() ?? '' }),
    whatIf: shown?.whatIf ?? {},
  };
}

/** The predictors of the card on show, with what was typed in their place. */
export async function shownPredictors(shown: ShownCard | undefined): Promise<Predictors | undefined> {
  if (shown?.known === undefined) return undefined;
  const { applyWhatIf } = await loadCore();
  const { predictors, missing } = shown.known.gathered;
  return applyWhatIf(predictors, missing, shown.whatIf).predictors;
}

interface Notice {
  readonly text: string;
  readonly gone?: true;
}

/** Reads the card. Where it cannot be read, what was known of it stays, and a word is said about that. */
async function readShown(
  { cards, predictions }: PanelServices,
  shown: ShownCard,
): Promise<Notice | undefined> {
  const document = await shown.document();
  if (document === undefined) {
    const text = vscode.l10n.t('{0} is not there any more. This is what was known of it.', shown.name);
    return { text, gone: true };
  }
  const card = await cards.read(document);
  if (card.refusal !== undefined) return { text: card.refusal };
  if (card.kind === 'dataset') {
    return { text: vscode.l10n.t('{0} describes a dataset, not a model.', shown.name) };
  }
  if (card.kind === 'space') {
    return { text: vscode.l10n.t('{0} describes a space, not a model.', shown.name) };
  }
  const problem = card.metadata?.problem;
  if (problem !== undefined && shown.known !== undefined) {
    const text = vscode.l10n.t(
      'The metadata cannot be read at the moment ({0}). This is from before.',
      problem.message,
    );
    return { text };
  }
  const gathered = await predictions.for(document);
  const { judgement } = await cards.check(document, predictions.of(document));
  shown.known = { card, gathered, judgement };
  return (
    problem && {
      text: vscode.l10n.t(
        'The metadata cannot be read ({0}), so this rests on the text alone.',
        problem.message,
      ),
    }
  );
}

async function predictShown(shown: ShownCard, model: EmissionsModel, isThere: boolean): Promise<void> {
  const { panelCard } = await loadCore();
  if (shown.known === undefined) return;
  const hasFolder = vscode.workspace.getWorkspaceFolder(shown.uri) !== undefined;
  const { name, whatIf, known } = shown;
  shown.result = panelCard({ ...known, name, model, whatIf, hasFolder, editable: isThere });
}

async function compare(
  { models }: PanelServices,
  inUse: ModelInUse,
  file: vscode.Uri | undefined,
  shown: ShownCard | undefined,
): Promise<PanelState['comparison']> {
  const { panelComparison, predictFrom } = await loadCore();
  const other = await models.read(file);
  if ('problem' in other) return undefined;
  const predictors = await shownPredictors(shown);
  const withPrediction = (model: EmissionsModel) => ({
    model,
    prediction: predictors && predictFrom(model, { predictors }).prediction,
  });
  return panelComparison(withPrediction(inUse.model), withPrediction(other.model));
}
