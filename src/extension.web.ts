import type { ExtensionContext } from 'vscode';
import { activateModelCards } from './vscode/activate';

/** The extension in VS Code for the Web: no process, no thread and no file system but VS Code's own. */
export function activate(context: ExtensionContext): void {
  activateModelCards(context, undefined, undefined);
}
