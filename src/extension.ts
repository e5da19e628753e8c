import { join } from 'node:path';
import { type ExtensionContext, l10n } from 'vscode';
import { threadedRefits } from './node/refit-runner';
import { repositoryReader } from './node/repository-reader';
import { activateModelCards } from './vscode/activate';

/** The extension on a machine with Node: desktop, remote, container. */
export function activate(context: ExtensionContext): void {
  const refits = threadedRefits(join(__dirname, 'refit-worker.js'), l10n.bundle);
  activateModelCards(context, repositoryReader, refits);
}
