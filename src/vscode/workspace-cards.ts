import * as vscode from 'vscode';
import type { Card } from '../core';
import { loadCore } from './core';
import { findFiles } from './find-files';
import { ignoredFiles } from './ignored-files';
import { projectConfigsRead } from './project-configs';
import { readCardBytes } from './read-card-bytes';
import { readSettings } from './settings';

const READMES = '**/[Rr][Ee][Aa][Dd][Mm][Ee].[Mm][Dd]';
const EXCLUDED = '**/{node_modules,.git}/**';

/** A model card of the workspace, open or not. */
export interface WorkspaceCard {
  readonly uri: vscode.Uri;
  readonly card: Card;
}

/**
 * Files of the workspace that may be model cards, by path. Not what is excluded or ignored.
 *
 * @param most of those that are not left out, no more than this
 */
export async function findCardFiles(most: number): Promise<vscode.Uri[]> {
  await projectConfigsRead();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => cardFilesIn(folder, most)));
  const files = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, most);
}

async function cardFilesIn(folder: vscode.WorkspaceFolder, most: number): Promise<vscode.Uri[]> {
  const cardFolders = readSettings(folder.uri).cardFolders.map(
    // What stands in a name is no glob.
    (path) => new vscode.RelativePattern(vscode.Uri.joinPath(folder.uri, path), '**/*.md'),
  );
  const patterns = [new vscode.RelativePattern(folder, READMES), ...cardFolders];
  const isIgnored = await ignoredFiles(folder, EXCLUDED);
  const found = await Promise.all(patterns.map((pattern) => findFiles(pattern, EXCLUDED, most, isIgnored)));
  return found.flat();
}

/**
 * Reads a file as a model card, without opening it in the editor (which would fill the list of problems).
 *
 * @returns undefined where it is none: no metadata, that of a dataset or a Space, or not readable
 */
export async function readWorkspaceCard(uri: vscode.Uri): Promise<WorkspaceCard | undefined> {
  const { readCard } = await loadCore();
  const text = await textOf(uri);
  const card = text === undefined ? undefined : readCard(text);
  return card?.kind === 'model' && card.frontMatter !== undefined ? { uri, card } : undefined;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await readCardBytes(uri));
  } catch {
    return undefined;
  }
}
