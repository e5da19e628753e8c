import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver-types';

/**
 * The language server's proposals, made fit for a card: without those that would damage it, none that reaches
 * beyond the end of the line, keys without the colon that is already there, and names in words to search by.
 */
export function usableItems(
  items: readonly CompletionItem[],
  document: TextDocument,
  position: Position,
): CompletionItem[] {
  const line = lineAt(document, position.line);
  return items.flatMap((item) => {
    if (!TextEdit.is(item.textEdit) || isNoise(item)) return [];
    const start = item.textEdit.range.start;
    const end = { line: position.line, character: Math.max(position.character, line.length) };
    const range = { start, end: earlier(item.textEdit.range.end, end) };
    const newText = insertion(item, line.slice(0, start.character), line.slice(range.end.character));
    if (newText === undefined) return [];
    return [{ ...item, ...wording(item), insertText: newText, textEdit: { range, newText } }];
  });
}

/** The server's own label for a skeleton of all keys that a mapping requires. */
const isSkeleton = ({ kind }: CompletionItem): boolean => kind === CompletionItemKind.Class;

/** `null` says nothing, an item of a list is proposed by its value, a skeleton of one key by that key. */
const isNoise = (item: CompletionItem): boolean =>
  item.label === 'null' ||
  item.label.startsWith('- (array item)') ||
  (isSkeleton(item) && !(item.insertText ?? '').includes('\n'));

/** The text to insert between what the line has before and after it; undefined where it does not fit. */
function insertion(
  { kind, insertText = '' }: CompletionItem,
  before: string,
  after: string,
): string | undefined {
  // A proposed zero would be taken for a measurement.
  const text = insertText.replaceAll('${1:0}', '$1');
  if (/^\s*:/.test(after))
    return kind === CompletionItemKind.Property ? text.replace(/:[^]*/, '') : undefined;
  if (!text.startsWith('\n')) return text;
  if (before.trimEnd().endsWith('-')) return undefined;
  return before.trim() === '' ? text.slice(1).replaceAll(/^ {2}/gm, '') : text;
}

function wording(item: CompletionItem): Partial<CompletionItem> {
  if (isSkeleton(item)) return { label: l10n.t('all required keys') };
  const { label, documentation, insertText = '', kind } = item;
  const name = typeof documentation === 'object' ? documentation.value : '';
  const isName = kind === CompletionItemKind.Value && name !== '' && !/\n/.test(name + insertText);
  return isName ? { detail: name, filterText: `${label} ${name}` } : {};
}

const earlier = (left: Position, right: Position): Position =>
  left.line < right.line || (left.line === right.line && left.character < right.character) ? left : right;

/** A line without blanks at its end, one of which may stand for a carriage return. */
function lineAt(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).trimEnd();
}
