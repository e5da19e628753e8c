import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Random } from '../../fuzz/random';
import { CARD, nextRewrite } from './card-texts';

const { commands, window, workspace, Uri } = vscode;

/** Somebody who works on the cards of a folder. */
export interface User {
  readonly folder: string;
  readonly random: Random;
}

type Action = (user: User) => Thenable<unknown>;

/** What users do, and how often beside each other. */
const ACTIONS: readonly (readonly [name: string, weight: number, act: Action])[] = [
  ['type', 10, typeBurst],
  ['open', 6, openCard],
  ['undo', 3, ({ random }) => repeat(random, 'undo')],
  ['redo', 3, ({ random }) => repeat(random, 'redo')],
  [
    'save',
    2,
    async () =>
      window.activeTextEditor?.document.uri.scheme === 'file' && window.activeTextEditor.document.save(),
  ],
  ['revert', 2, () => commands.executeCommand('workbench.action.files.revert')],
  ['close', 3, () => commands.executeCommand('workbench.action.revertAndCloseActiveEditor')],
  ['split', 2, () => commands.executeCommand('workbench.action.splitEditor')],
  ['join', 1, () => commands.executeCommand('workbench.action.editorLayoutSingle')],
  ['change the language', 3, changeLanguage],
  ['rename', 3, renameCard],
  ['delete', 1, deleteCard],
  ['delete on disk', 2, ({ folder, random }) => rm(anyCard(folder, random), { force: true })],
  ['write on disk', 2, ({ folder, random }) => write(anyCard(folder, random), random)],
  ['an unsaved card', 1, openUntitled],
  ['complete', 2, () => ask('CompletionItem')],
  ['hover', 2, () => ask('Hover')],
  ['ask for fixes', 2, askForFixes],
  ['predict', 0.3, predict],
];

/** Longer than this nothing takes, unless VS Code asks something that nobody answers. */
const LIMIT_MS = 30_000;

/** Does one thing, chosen by weight. @returns its name */
export async function act(user: User): Promise<string> {
  const total = ACTIONS.reduce((sum, [, weight]) => sum + weight, 0);
  let at = user.random.next() * total;
  const chosen = ACTIONS.find(([, weight]) => (at -= weight) < 0) ?? ACTIONS[0];
  if (chosen === undefined) throw new Error('There are no actions.');
  const [name, , work] = chosen;
  const isDone = await Promise.race([work(user).then(() => true), delay(LIMIT_MS, false)]);
  if (!isDone) throw new Error(`"${name}" did not end within ${LIMIT_MS} ms.`);
  return name;
}

const FOLDERS = ['a', 'b', 'c', 'd', 'e'];

function anyCard(folder: string, random: Random): string {
  return join(folder, random.pick(FOLDERS), random.chance(0.8) ? 'README.md' : 'notes.md');
}

async function write(path: string, random: Random): Promise<void> {
  const { start, end, newText } = nextRewrite(CARD, random);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, CARD.slice(0, start) + newText + CARD.slice(end));
}

/** As a user opens it: a document that an extension asked for stays open for minutes. */
async function openCard({ folder, random }: User): Promise<void> {
  const path = anyCard(folder, random);
  if (!(await exists(path))) await write(path, random);
  await commands.executeCommand('vscode.open', Uri.file(path), { preview: random.chance(0.5) });
}

async function openUntitled(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: CARD });
  await window.showTextDocument(document);
}

/** Some edits, each as soon as the one before is in. */
async function typeBurst({ random }: User): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  for (let key = random.below(6); key >= 0 && !document.isClosed; key--) {
    const { start, end, newText } = nextRewrite(document.getText(), random);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
      newText,
    );
    await workspace.applyEdit(edit);
  }
}

async function repeat(random: Random, command: string): Promise<void> {
  for (let times = random.below(4); times >= 0; times--) await commands.executeCommand(command);
}

async function changeLanguage({ random }: User): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  await vscode.languages.setTextDocumentLanguage(
    document,
    random.pick(['markdown', 'markdown', 'plaintext', 'yaml']),
  );
}

/** The card in the editor becomes notes, or the notes a card. */
async function renameCard({ random }: User): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.uri.scheme !== 'file') return;
  if (random.chance(0.5)) await document.save();
  const name = document.uri.path.endsWith('notes.md') ? 'README.md' : 'notes.md';
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(document.uri, Uri.joinPath(document.uri, '..', name), { overwrite: true });
  await workspace.applyEdit(edit);
}

async function deleteCard(): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri?.scheme !== 'file') return;
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  await workspace.applyEdit(edit);
}

async function ask(question: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const place = new vscode.Position(Math.min(3, document.lineCount - 1), 3);
  await commands.executeCommand(`vscode.execute${question}Provider`, document.uri, place);
}

async function askForFixes(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  await commands.executeCommand('vscode.executeCodeActionProvider', document.uri, whole);
}

/** Without a card, the command would ask for one. */
async function predict(): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri?.path.endsWith('/README.md')) await commands.executeCommand('modelCardCo2.predictEmissions', uri);
}

async function exists(path: string): Promise<boolean> {
  return workspace.fs.stat(Uri.file(path)).then(
    () => true,
    () => false,
  );
}
