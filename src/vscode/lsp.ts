import * as vscode from 'vscode';
import type * as lsp from 'vscode-languageserver-types';

/** The one place where types of the Language Server Protocol become those of VS Code. */

function toRange({ start, end }: lsp.Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function toMarkdown(contents: lsp.MarkupContent | string): vscode.MarkdownString {
  return new vscode.MarkdownString(typeof contents === 'string' ? contents : contents.value);
}

export function toHover(hover: lsp.Hover): vscode.Hover {
  const { contents, range } = hover;
  const parts = Array.isArray(contents) ? contents : [contents];
  const markdown = parts.map((part) =>
    toMarkdown(typeof part === 'object' ? { kind: 'markdown', value: part.value } : part),
  );
  return range === undefined ? new vscode.Hover(markdown) : new vscode.Hover(markdown, toRange(range));
}

/** `InsertTextFormat.Snippet` of the protocol, which is not bundled for two numbers. */
const SNIPPET = 2;

const COMPLETION_KINDS = Object.values(vscode.CompletionItemKind).filter((kind) => typeof kind === 'number');

/** The protocol counts the kinds from 1, VS Code the same kinds from 0. */
function completionKind(kind: lsp.CompletionItemKind | undefined): vscode.CompletionItemKind {
  return (
    COMPLETION_KINDS.find((known) => `${known}` === `${(kind ?? 0) - 1}`) ??
    vscode.CompletionItemKind.Property
  );
}

export function toCompletionItem(item: lsp.CompletionItem): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(item.label, completionKind(item.kind));
  if (item.documentation !== undefined) completion.documentation = toMarkdown(item.documentation);
  if (item.detail !== undefined) completion.detail = item.detail;
  if (item.sortText !== undefined) completion.sortText = item.sortText;
  if (item.filterText !== undefined) completion.filterText = item.filterText;
  if (item.preselect !== undefined) completion.preselect = item.preselect;
  const edit = item.textEdit;
  const newText = edit?.newText ?? item.insertText ?? item.label;
  completion.insertText = item.insertTextFormat === SNIPPET ? new vscode.SnippetString(newText) : newText;
  if (edit !== undefined) {
    completion.range =
      'range' in edit
        ? toRange(edit.range)
        : { inserting: toRange(edit.insert), replacing: toRange(edit.replace) };
  }
  completion.additionalTextEdits = (item.additionalTextEdits ?? []).map((extra) =>
    vscode.TextEdit.replace(toRange(extra.range), extra.newText),
  );
  return completion;
}
