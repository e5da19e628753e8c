import * as vscode from 'vscode';
import type { Card, EmissionsEntries, ImpactSegment } from '../../core';
import { loadCore } from '../core';
import { toRange } from '../ranges';
import { chooseCard } from './choose-card';
import type { Command } from './command';
import { ASK_LANGUAGE_MODEL } from './ids';

const title = (): string => vscode.l10n.t('Ask a language model what the text says about emissions');

/** Asks the user's own language model for the amount that the prose states. Shows it and where it stands; edits nothing. */
export const askLanguageModel: Command = {
  id: ASK_LANGUAGE_MODEL,
  async run({ cards }, given) {
    const uri = await chooseCard(given, title());
    if (uri === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const card = await cards.read(document);
    const { impactSegments } = await loadCore();
    const segments = impactSegments(card.text, card.frontMatter?.bodyStart ?? 0);
    if (segments.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The text has no section about environmental impact that mentions CO₂ or carbon, so there is nothing to ask about.',
        ),
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
      vscode.l10n.t(
        'VS Code has no language model to ask. Install an extension that provides one, then try again.',
      ),
    );
  }
  if (models.length <= 1) return models[0];
  const items = models.map((model) => ({ label: model.name, description: model.vendor, model }));
  const picked = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder: vscode.l10n.t('Which language model?'),
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
    title: vscode.l10n.t('Asking {0}…', model.name),
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
          : vscode.window.showWarningMessage(vscode.l10n.t('{0} did not answer with a number.', model.name)));
        return;
      }
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} finds no emissions of the training in the text.', model.name),
      );
    });
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be asked: {1}', model.name, reason));
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
  const justification = vscode.l10n.t('To read the emissions that the text of this model card states.');
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
  const reading = place
    ? vscode.l10n.t('{0} reads {1}, from “{2}”.', model.name, amount, card.text.slice(place.start, place.end))
    : vscode.l10n.t(
        '{0} reads {1}. That amount does not stand in the text as such, so check it.',
        model.name,
        amount,
      );
  const show = vscode.l10n.t('Show in the card');
  const answer = await vscode.window.showInformationMessage(reading, show);
  if (answer !== show) return;
  const range = toRange(document, place ?? segment.range);
  await vscode.window.showTextDocument(document, { selection: range });
}
