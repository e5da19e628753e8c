import * as vscode from 'vscode';
import type { Card, EmissionsEntries, ImpactSegment } from '../../core';
import { loadCore } from '../core';
import { toRange } from '../ranges';
import { chooseCard } from './choose-card';
import type { Command } from './command';
import { ASK_LANGUAGE_MODEL } from './ids';

const TITLE = 'Ask a language model what the text says about emissions';

/** Asks the user's own language model for the amount that the prose states. Shows it and where it stands; edits nothing. */
export const askLanguageModel: Command = {
  id: ASK_LANGUAGE_MODEL,
  async run({ cards }, given) {
    const uri = await chooseCard(cards, given, TITLE);
    if (uri === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const card = await cards.read(document);
    const { impactSegments } = await loadCore();
    const segments = impactSegments(card.text, card.frontMatter?.bodyStart ?? 0);
    if (segments.length === 0) {
      void vscode.window.showInformationMessage(
        'The text has no section about environmental impact that mentions CO₂ or carbon, so there is nothing to ask about.',
      );
      return;
    }
    const model = await chooseLanguageModel();
    if (model !== undefined) await askAbout(document, card, segments, model);
  },
};

async function chooseLanguageModel(): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0) {
    void vscode.window.showInformationMessage(
      'VS Code has no language model to ask. Install an extension that provides one, then try again.',
    );
  }
  if (models.length <= 1) return models[0];
  const items = models.map((model) => ({ label: model.name, description: model.vendor, model }));
  const picked = await vscode.window.showQuickPick(items, {
    title: TITLE,
    placeHolder: 'Which language model?',
  });
  return picked?.model;
}

async function askAbout(
  document: vscode.TextDocument,
  card: Card,
  segments: readonly ImpactSegment[],
  model: vscode.LanguageModelChat,
): Promise<void> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: `Asking ${model.name}…`,
    cancellable: true,
  };
  try {
    await vscode.window.withProgress(progress, async (_, token) => {
      const { readAnswer } = await loadCore();
      for (const segment of segments) {
        const answer = readAnswer(await reply(model, segment, token));
        if (answer.kind === 'absent') continue;
        void (answer.kind === 'grams'
          ? showGrams(document, card, segment, model, answer.grams)
          : vscode.window.showWarningMessage(`${model.name} did not answer with a number.`));
        return;
      }
      void vscode.window.showInformationMessage(
        `${model.name} finds no emissions of the training in the text.`,
      );
    });
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`${model.name} could not be asked: ${reason}`);
  }
}

async function reply(
  model: vscode.LanguageModelChat,
  segment: ImpactSegment,
  token: vscode.CancellationToken,
): Promise<string> {
  const { fewShotPrompt } = await loadCore();
  const messages = fewShotPrompt(segment.text).map(({ role, content }) =>
    role === 'user'
      ? vscode.LanguageModelChatMessage.User(content)
      : vscode.LanguageModelChatMessage.Assistant(content),
  );
  const justification = 'To read the emissions that the text of this model card states.';
  const response = await model.sendRequest(messages, { justification }, token);
  let text = '';
  for await (const part of response.text) text += part;
  return text;
}

async function showGrams(
  document: vscode.TextDocument,
  card: Card,
  segment: ImpactSegment,
  model: vscode.LanguageModelChat,
  grams: EmissionsEntries['emissions'],
): Promise<void> {
  const { placeOfAnswer, printDecimal } = await loadCore();
  const place = placeOfAnswer(segment, grams);
  const amount = `${printDecimal(grams)} g`;
  const where = place
    ? `, from “${card.text.slice(place.start, place.end)}”`
    : '. That amount does not stand in the text as such, so check it';
  const show = 'Show in the card';
  const answer = await vscode.window.showInformationMessage(`${model.name} reads ${amount}${where}.`, show);
  if (answer !== show) return;
  const range = toRange(document, place ?? segment.range);
  await vscode.window.showTextDocument(document, { selection: range });
}
