import * as vscode from 'vscode';
import { activateModelCards } from './vscode/activate';
import { browserRefits } from './vscode/web/refit-runner';

/** The extension in VS Code for the Web: no process, no thread and no file system but VS Code's own. */
export function activate(context: vscode.ExtensionContext): void {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  activateModelCards(context, undefined, browserRefits(dist));
}
