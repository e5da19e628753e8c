import * as vscode from 'vscode';

/** Findings of this extension at a document, in the order of the text. */
export function findingsOf({ uri }: Pick<vscode.TextDocument, 'uri'>): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Model Card CO₂')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for an event of VS Code to bring about a state; never polls. @throws after `limit` milliseconds */
export async function when<T>(
  event: vscode.Event<T>,
  isSo: () => boolean,
  what: string,
  limit = 10_000,
): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`Not within ${limit} ms: ${what}`))), limit);
    const subscription = event(() => {
      if (isSo()) finish(resolve);
    });
    function finish(settle: () => void): void {
      clearTimeout(timer);
      subscription.dispose();
      settle();
    }
  });
}

/** Waits until a document has exactly these rules' findings, in the order of the text. */
export async function findingsBecome(
  document: Pick<vscode.TextDocument, 'uri'>,
  rules: readonly string[],
): Promise<vscode.Diagnostic[]> {
  const found = () => findingsOf(document).map(ruleOf).join();
  const what = `findings [${rules.join()}]`;
  try {
    await when(vscode.languages.onDidChangeDiagnostics, () => found() === rules.join(), what);
  } catch (error) {
    throw new Error(`${String(error)}; there are [${found()}]`);
  }
  return findingsOf(document);
}

/** The same for a file that need not be open any more. */
export function findingsAtBecome(uri: vscode.Uri, rules: readonly string[]): Promise<vscode.Diagnostic[]> {
  return findingsBecome({ uri }, rules);
}

/** The code actions of a kind at a range, as the light bulb would show them. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value);
}

export async function applyFirst(actions: readonly vscode.CodeAction[]): Promise<vscode.CodeAction> {
  const [action] = actions;
  if (action?.edit === undefined) {
    throw new Error(`The first code action has no edit: [${actions.map(({ title }) => title).join()}].`);
  }
  await vscode.workspace.applyEdit(action.edit);
  return action;
}

/**
 * Applies the first quick fix at a range. While extensions start, it may have to ask more than once: when one of them
 * registers code actions, VS Code answers a question that is under way with nothing.
 */
export async function applyQuickFix(document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const actions = await codeActions(document, range);
    if (actions.length > 0) {
      await applyFirst(actions);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('There is no quick fix.');
}
