import * as vscode from 'vscode';
import { isInCardFolder } from '../core/config/card-folder';
import { projectConfigOf } from './project-configs';
import { relativePath } from './relative-path';
import { readSettings } from './settings';

/** Where documents are edited; the other schemes show old versions, output or generated text. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** Documents that providers are registered for; whether one is a card is asked each time. */
export const MARKDOWN: vscode.DocumentSelector = SCHEMES.map((scheme) => ({ language: 'markdown', scheme }));

const MODEL_CARD_KEY = /^(?:co2_eq_emissions|pipeline_tag|library_name|base_model|license)[ \t]*:/m;

/**
 * Whether a document may be a model card: a README.md, Markdown below a folder that the settings name, or an unsaved
 * document whose front matter has a model card's keys; not what the project's configuration excludes. What its metadata
 * says is looked at later.
 */
export function isCardFile(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown' || !SCHEMES.includes(document.uri.scheme)) return false;
  if (document.isUntitled)
    return startsFrontMatter(document) && MODEL_CARD_KEY.test(document.getText().slice(0, 65_536));
  const path = relativePath(document.uri);
  if (projectConfigOf(document.uri)?.excludes(path) === true) return false;
  if (/(?:^|\/)readme\.md$/i.test(document.uri.path)) return true;
  if (vscode.workspace.getWorkspaceFolder(document.uri) === undefined) return false;
  return isInCardFolder(path, readSettings(document.uri).cardFolders);
}

function startsFrontMatter(document: vscode.TextDocument): boolean {
  return /^\s*---\s/.test(document.getText(new vscode.Range(0, 0, 20, 0)));
}
