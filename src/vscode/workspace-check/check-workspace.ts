import type * as vscode from 'vscode';
import type { WorkspaceTally } from '../../core';
import { nextTurn } from '../next-turn';
import { findCardFiles } from '../workspace-cards';
import { type CheckedFile, checkFile, type CheckServices, type LeftOut } from './check-file';

/** More files than this are not looked at; it is said. */
const MOST_FILES = 10_000;

/** Files looked at side by side: most of the time goes into waiting for the disk and for git. */
const LANES = 4;

/** Work goes on for so long before the rest of the editor has its turn. */
const TURN_MS = 12;

/** The model cards of the workspace as they were when they were checked. */
export interface WorkspaceCheck {
  /** By path. */
  readonly files: readonly CheckedFile[];
  readonly tally: WorkspaceTally;
}

/**
 * Checks every model card of the workspace. Where it is cancelled, the result holds what was checked until then.
 *
 * @param onProgress told after each file how many of them are done
 */
export async function checkWorkspace(
  services: CheckServices,
  token: vscode.CancellationToken,
  onProgress: (seen: number, files: number) => void,
): Promise<WorkspaceCheck> {
  const uris = await findCardFiles(MOST_FILES);
  const results = new Array<CheckedFile | LeftOut | undefined>(uris.length);
  let [next, seen, turn] = [0, 0, Date.now()];
  const work = async (): Promise<void> => {
    for (;;) {
      const at = next++;
      const uri = uris[at];
      if (uri === undefined || token.isCancellationRequested) return;
      results[at] = await checkFile(uri, services);
      onProgress(++seen, uris.length);
      if (Date.now() - turn > TURN_MS) {
        await nextTurn();
        turn = Date.now();
      }
    }
  };
  onProgress(0, uris.length);
  await Promise.all(Array.from({ length: LANES }, work));
  const count = (wanted: LeftOut): number => results.filter((result) => result === wanted).length;
  return {
    files: results.filter((result) => typeof result === 'object'),
    tally: {
      datasets: count('dataset'),
      spaces: count('space'),
      plain: count('plain'),
      files: uris.length,
      seen,
      most: MOST_FILES,
    },
  };
}
