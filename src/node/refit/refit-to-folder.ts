import { refitToOutcome, type RefitListener } from '../../core/export/refit-to-outcome';
import type { RefitOutcome } from '../../core/refit/panel-outcome';
import { stopIfCancelled } from '../../core/refit/progress';
import type { RefitTask } from '../../core/refit/worker-protocol';
import { nodePlatform } from '../export/node-platform';
import { removeOutcome, writeOutcome } from './outcome-folder';
import { ExportState } from './unchanged-files';

/**
 * Refits an export and writes what comes out into a folder: the model file, the report in its forms, every plot and
 * every table. The folder appears when all is there.
 *
 * @throws {RefitError} with a sentence for the user; {@link RefitCancelled} once cancelled. Nothing is left then.
 */
export async function refitToFolder(
  { choice, folder, date }: Extract<RefitTask, { kind: 'refit' }>,
  listener: RefitListener,
): Promise<RefitOutcome> {
  const { cancellation } = listener;
  const state = await ExportState.of(choice.paths);
  // The reader of cards is as large as all the rest of the worker, and lies in a file of its own.
  const { readDeclaredEmissions } = await import('../../core');
  const needs = { date, readCardEmissions: readDeclaredEmissions, onRead: () => state.requireUnchanged() };
  const { outcome, texts } = await refitToOutcome(nodePlatform, choice, needs, listener);
  await writeOutcome(folder, texts);
  if (cancellation.cancelled) await removeOutcome(folder);
  stopIfCancelled(cancellation);
  return outcome;
}
