import * as vscode from 'vscode';
import { activateModelCards } from './vscode/activate';
import { editorFilesReader } from './vscode/web/repository-reader';
import { browserRefits } from './vscode/web/refit-runner';

/** The extension in VS Code for the Web: no process, so no git, and no files but VS Code's own. */
export function activate(context: vscode.ExtensionContext): void {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  activateModelCards(context, editorFilesReader, browserRefits(dist));
}
