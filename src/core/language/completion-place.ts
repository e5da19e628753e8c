import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';

/**
 * Whether something can be completed at the position. Not in a comment; nor in the indentation or on the dash
 * before something else, where a proposal would tear the line apart.
 */
export function canComplete(document: TextDocument, position: Position): boolean {
  const { line } = position;
  const before = document.getText({ start: { line, character: 0 }, end: position });
  const after = document.getText({ start: position, end: { line: line + 1, character: 0 } });
  const inComment = /(?:^|\s)#/.test(before);
  const beforeContent = /^\s*-?$/.test(before) && /^(?:\s+\S|-)/.test(after);
  return !inComment && !beforeContent;
}
