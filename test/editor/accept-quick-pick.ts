import { access } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Picks what a quick pick has selected, as soon as it is there; it announces itself with no event. */
export async function acceptQuickPick(done: Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const isDone = await Promise.race([done.then(() => true), delay(250, false)]);
    if (isDone) return;
  }
}

/** Waits until there is a file. */
export async function fileThere(path: string): Promise<void> {
  for (;;) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await delay(100);
  }
}
