import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { threadedRefits } from './node/refit-runner';
import { repositoryReader } from './node/repository-reader';
import { activateModelCards } from './vscode/activate';

/** The extension on a machine with Node: desktop, remote, container. */
export function activate(context: ExtensionContext): void {
  activateModelCards(context, repositoryReader, threadedRefits(join(__dirname, 'refit-worker.js')));
}
