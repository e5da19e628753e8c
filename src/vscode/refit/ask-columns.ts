import * as vscode from 'vscode';
import type { ColumnOverride } from '../../core/refit/column-map';
import type { ColumnQuestion } from '../../core/refit/panel-columns';

interface ColumnItem extends vscode.QuickPickItem {
  readonly column?: string;
}

/**
 * Asks for each column that was not understood.
 *
 * @returns undefined where the user would rather not go on
 */
export async function askColumns(
  questions: readonly ColumnQuestion[],
  name: string,
): Promise<readonly ColumnOverride[] | undefined> {
  const overrides: ColumnOverride[] = [];
  for (const [at, question] of questions.entries()) {
    const taken = new Set(overrides.map(({ column }) => column));
    const picked = await vscode.window.showQuickPick(itemsFor(question, taken), {
      title: vscode.l10n.t('Columns of {0} ({1} of {2})', name, at + 1, questions.length),
      placeHolder: question.text,
      ignoreFocusOut: true,
    });
    if (picked === undefined) return undefined;
    if (picked.column !== undefined) overrides.push({ column: picked.column, field: question.field });
  }
  return overrides;
}

function itemsFor(question: ColumnQuestion, taken: ReadonlySet<string>): ColumnItem[] {
  const none: ColumnItem = {
    label: `$(circle-slash) ${vscode.l10n.t('None of them')}`,
    detail: question.without,
  };
  const columns = question.columns.map((column, at): ColumnItem => ({
    label: column,
    column,
    ...(at < question.likely && { description: vscode.l10n.t('by its name') }),
  }));
  const offered = columns.filter(({ column }) => column === undefined || !taken.has(column));
  if (question.required) return offered;
  // The likeliest answer comes first, and Enter takes it.
  return question.likely > 0 ? [...offered, none] : [none, ...offered];
}
