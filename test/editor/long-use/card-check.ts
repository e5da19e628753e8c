import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { readCard } from '../../../src/core/card/card';
import { checkCard } from '../../../src/core/rules/check-card';
import { findingsOf, ruleOf } from '../card-findings';

/** What a fresh check of a document's present text finds; nothing where the document is no model card. */
function freshFindings(document: vscode.TextDocument): string {
  if (document.languageId !== 'markdown' || !isCard(document)) return '';
  const card = readCard(document.getText());
  return checkCard(card)
    .findings.map(({ rule, range, message }) => {
      const { start, end } = card.lines.rangeOf(range);
      return printed(rule, [start, end], message);
    })
    .sort()
    .join('\n');
}

/** An unsaved document is one as long as it begins like one and has a key of one. */
function isCard(document: vscode.TextDocument): boolean {
  if (!document.isUntitled) return /\/readme\.md$/i.test(document.uri.path);
  const text = document.getText();
  return /^\s*---\s/.test(text) && /^(?:co2_eq_emissions|license)[ \t]*:/m.test(text);
}

/** An editor may keep the text of a file that is not there any more; nothing need be said of it. */
function isDeleted({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && !existsSync(uri.fsPath);
}

/** What the extension says of a document. */
function shownFindings(document: Pick<vscode.TextDocument, 'uri'>): string {
  return findingsOf(document)
    .map((finding) => printed(ruleOf(finding), [finding.range.start, finding.range.end], finding.message))
    .sort()
    .join('\n');
}

type Place = Pick<vscode.Position, 'line' | 'character'>;

function printed(rule: string, places: readonly Place[], message: string): string {
  return `${rule} ${places.map(({ line, character }) => `${line}:${character}`).join('-')} ${message}`;
}

/**
 * Where what is shown is not what a fresh check finds, as text for whoever reads the failed test; undefined where all is
 * well.
 *
 * @param isOurs the documents to look at
 */
export function staleFindings(
  isOurs: (document: Pick<vscode.TextDocument, 'uri'>) => boolean,
): string | undefined {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (const [uri] of vscode.languages.getDiagnostics()) {
    const shown = shownFindings({ uri });
    if (!open.has(uri.toString()) && shown !== '')
      return `${uri.path} is closed, and there are findings:\n${shown}`;
  }
  for (const document of vscode.workspace.textDocuments.filter(isOurs)) {
    const [shown, fresh] = [shownFindings(document), freshFindings(document)];
    if (shown === fresh || (shown === '' && isDeleted(document))) continue;
    return `${document.uri.path} (${document.languageId}, version ${document.version})\nshown:\n${shown}\nfresh:\n${fresh}`;
  }
  return undefined;
}
