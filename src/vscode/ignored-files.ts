import * as vscode from 'vscode';
import { loadCore } from './core';
import { findFiles } from './find-files';
import { projectConfigOf } from './project-configs';
import { readSmallFile, UnreadFileError } from './read-small-file';

/** More `.gitignore` files than this are not read. */
const MOST_FILES = 1000;

/**
 * Which files of a workspace folder are left out when its cards are searched: what the configuration excludes and what the
 * `.gitignore` files in it name, as for the command line.
 *
 * @param skipped glob of folders that are not searched at all
 */
export async function ignoredFiles(
  folder: vscode.WorkspaceFolder,
  skipped: string,
): Promise<(uri: vscode.Uri) => boolean> {
  const { ignoreList, isBelowIgnored } = await loadCore();
  const pattern = new vscode.RelativePattern(folder, '**/.gitignore');
  const files = await findFiles(pattern, skipped, MOST_FILES);
  // Outer folders first.
  const sorted = files.sort((a, b) => a.path.length - b.path.length);
  const lists = await Promise.all(
    sorted.map(async (uri) => ignoreList(folderOf(pathIn(folder, uri)), await linesOf(uri))),
  );
  const config = projectConfigOf(folder.uri);
  return (uri) => {
    const path = pathIn(folder, uri);
    return config?.excludes(path) === true || isBelowIgnored(path, lists);
  };
}

function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}

/** The folder that a file lies in, with the slash behind it; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Patterns of a larger file would take their time, in git as here. */
const MOST_BYTES = 1_000_000;

/** None where the file cannot be read, or is too large. */
async function linesOf(uri: vscode.Uri): Promise<string[]> {
  try {
    return new TextDecoder().decode(await readSmallFile(uri, refuseLarge)).split(/\r?\n/);
  } catch {
    return [];
  }
}

function refuseLarge(bytes: number): void {
  if (bytes > MOST_BYTES) throw new UnreadFileError();
}
