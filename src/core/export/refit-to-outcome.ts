import type { ReadCardEmissions } from '../refit/cleaning';
import { outcomeOf, type OutcomeTexts } from '../refit/outcome-texts';
import { type Cancellation, type RefitProgress, stopIfCancelled } from '../refit/progress';
import { reportPlots } from '../refit/report/plots';
import type { ExportChoice } from '../refit/worker-protocol';
import type { ExportPlatform } from './platform';
import { refitExport } from './refit-export';

/** How a refit talks to whoever waits for it. */
export interface RefitListener {
  onProgress(progress: RefitProgress): void;
  readonly cancellation: Cancellation;
}

/** What a refit for the editor needs beside the export. */
export interface OutcomeNeeds {
  /** When the refit was asked for, in milliseconds since 1970. */
  readonly date: number;
  readonly readCardEmissions: ReadCardEmissions;
  /** Called when all has been read. */
  readonly onRead: () => Promise<void>;
}

/**
 * Refits an export with all that the editor shows of it.
 *
 * @throws {RefitError} with a sentence for the user; {@link RefitCancelled} once cancelled
 */
export async function refitToOutcome(
  platform: ExportPlatform,
  { paths, overrides, delimiter }: ExportChoice,
  { date, readCardEmissions, onRead }: OutcomeNeeds,
  listener: RefitListener,
): Promise<OutcomeTexts> {
  const { cancellation } = listener;
  let latest: RefitProgress | undefined;
  const result = await refitExport(
    platform,
    paths,
    {
      overrides,
      ...(delimiter !== undefined && { delimiter }),
      hash: true,
      quantilePlots: true,
      validation: true,
    },
    {
      onProgress: (progress) => listener.onProgress((latest = progress)),
      cancellation,
      readCardEmissions,
    },
  );
  await onRead();
  if (latest) listener.onProgress({ ...latest, phase: 'reporting' });
  stopIfCancelled(cancellation);
  return outcomeOf({ ...result, plots: reportPlots(result.refit), date: new Date(date) });
}
