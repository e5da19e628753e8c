import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { CARD_SIZES, type CardSize, madeUpCard } from '../../cards';
import { findingsAt, findingsChange } from './extension';
import { type Moment, now } from './own-time';
import { loadedChunks } from './loaded-chunks';
import { rounds } from './rounds';
import { tell } from './results';

const WARM_UP = 100;
const KEYS = 200;
const RESTS = 15;
const QUESTIONS = 30;
/** Line of `license:`, where keys are typed that move every finding below. */
const LICENSE = 1;

/** When the extension host learnt of the last change of the card; set before any other listener has run. */
let changed: Moment | undefined;

/** What the language service itself took for each answer since this was last emptied. */
const answers: Moment[] = [];

type Ask = (...values: readonly unknown[]) => Promise<unknown>;

/** Measures the answers of the language service, apart from the way to the window and back. */
function watchAnswers(): void {
  loadedChunks('language', (chunk) => {
    const create = chunk['createLanguageService'] as () => Record<string, Ask>;
    const createLanguageService = (): Record<string, Ask> => {
      const service = create();
      const measured = (ask: Ask): Ask => {
        return async (...values) => {
          const start = now();
          const answer = await ask(...values);
          const end = now();
          answers.push({ clock: end.clock - start.clock, own: end.own - start.own });
          return answer;
        };
      };
      const { complete, hover } = service as { complete: Ask; hover: Ask };
      return { ...service, complete: measured(complete), hover: measured(hover) };
    };
    return { ...chunk, createLanguageService };
  });
}

/** What a keystroke costs, from the change in the extension host to findings of the new version. */
export async function run(): Promise<void> {
  watchAnswers();
  // Before the extension is there: who comes first is told first.
  vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
    if (contentChanges.length > 0) changed = now();
  });
  const folder = await mkdtemp(join(tmpdir(), 'model-card-typing-'));
  for (const [size, length] of Object.entries(CARD_SIZES) as [CardSize, number][]) {
    const card = vscode.Uri.file(join(folder, size, 'README.md'));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(card, '..'));
    await writeFile(card.fsPath, madeUpCard(length, length > 3000 ? 15 : 0));
    await vscode.commands.executeCommand('vscode.open', card, { preview: false });
    await findingsChange(card, '');
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() !== card.toString()) throw new Error('The card is not in front.');
    await moveFindings(editor, size);
    await typeAndRest(editor, size);
    await ask(editor, size);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Lines come and go above the finding: it has to move with every key. */
async function moveFindings(editor: vscode.TextEditor, size: CardSize): Promise<void> {
  const clock: number[] = [];
  const own: number[] = [];
  const events: number[] = [];
  const { uri } = editor.document;
  for (const key of rounds(WARM_UP + KEYS)) {
    const before = findingsAt(uri);
    changed = undefined;
    const edit = new vscode.WorkspaceEdit();
    const [start, end] = [new vscode.Position(LICENSE, 0), new vscode.Position(LICENSE + 1, 0)];
    if (key % 2 === 0) edit.insert(uri, start, '\n');
    else edit.delete(uri, new vscode.Range(start, end));
    const applied = vscode.workspace.applyEdit(edit).then((isApplied) => {
      if (!isApplied) throw new Error(`Key ${key} was not taken.`);
    });
    await Promise.race([applied.then(() => new Promise(() => undefined)), findingsChange(uri, before)]);
    const found = now();
    const told = nextAnnouncement(uri);
    await applied;
    const at = changed as Moment | undefined;
    if (at === undefined) throw new Error('The change was not announced.');
    clock.push(found.clock - at.clock);
    own.push(found.own - at.own);
    events.push((await told) - at.clock);
  }
  tell(`${size}, first key, clock`, clock.slice(0, 1));
  tell(`${size}, first key, own`, own.slice(0, 1));
  tell(`${size}, key to findings, clock`, warm(clock));
  tell(`${size}, key to findings, own`, warm(own));
  tell(`${size}, key to onDidChangeDiagnostics, clock`, warm(events));
}

/** Without those at the beginning; where the machine was too slow for all rounds, the later half. */
function warm(values: readonly number[]): number[] {
  return values.slice(Math.min(WARM_UP, Math.floor(values.length / 2)));
}

/** When VS Code next says that findings of a document changed: 50 ms after the first of them. */
function nextAnnouncement(uri: vscode.Uri): Promise<number> {
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((other) => other.toString() === uri.toString())) return;
      subscription.dispose();
      resolve(performance.now());
    });
  });
}

/** A finding that was not there before waits until typing rests. */
async function typeAndRest(editor: vscode.TextEditor, size: CardSize): Promise<void> {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf('2.84'));
  const range = new vscode.Range(at, at.translate(0, 4));
  const clock: number[] = [];
  for (const key of rounds(RESTS)) {
    const wrong = findingsAt(document.uri);
    await editor.edit((edit) => edit.replace(range, '2840'));
    await findingsChange(document.uri, wrong);
    changed = undefined;
    const applied = editor.edit((edit) => edit.replace(range, '2.84'));
    await findingsChange(document.uri, '');
    clock[key] = performance.now() - ((changed as Moment | undefined) ?? now()).clock;
    await applied;
  }
  tell(`${size}, key to a new finding, clock`, clock);
}

/**
 * Completion and hover, as the editor asks. The clock's time holds the way to the window and back, and every other
 * extension's answer; what is said of the service is its own answer alone.
 */
async function ask({ document }: vscode.TextEditor, size: CardSize): Promise<void> {
  const place = new vscode.Position(LICENSE, 'license: a'.length);
  const end = new vscode.Position(LICENSE, 'license: apache-2.0'.length);
  for (const question of ['CompletionItem', 'Hover']) {
    const clock: number[] = [];
    answers.length = 0;
    for (const round of rounds(QUESTIONS)) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, end, '1');
      await vscode.workspace.applyEdit(edit);
      const start = performance.now();
      await vscode.commands.executeCommand(`vscode.execute${question}Provider`, document.uri, place);
      clock[round] = performance.now() - start;
    }
    tell(`${size}, first ${question}, clock`, clock.slice(0, 1));
    tell(`${size}, ${question}, clock`, clock.slice(1));
    for (const kind of ['clock', 'own'] as const) {
      const times = answers.map((one) => one[kind]);
      tell(`${size}, ${question} within the service, ${kind}`, times.slice(1));
    }
  }
}
