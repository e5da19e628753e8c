import * as l10n from '@vscode/l10n';
import { InvalidInputError, RankDeficientError, TooFewRowsError } from '../glm/fit-error';
import { type PipelineResult, runPipeline } from '../glm/pipeline';
import { type QuantilePlot, residualQuantilePlots } from '../glm/quantile-plot';
import type { CleanedExport } from './cleaned-export';
import { type CrossValidation, crossValidate } from './cross-validation';
import { buildDesign, type ExportDesign } from './design';
import { describeDropped } from './drop-words';
import type { RefitPhase } from './progress';
import { RefitError } from './refit-error';
import type { RefitOptions } from './refit-options';
import { grouped } from '../quantity/grouped';

/** What a refit found out, from the cleaned rows on. */
export interface Refit {
  readonly cleaned: CleanedExport;
  readonly options: RefitOptions;
  readonly design: ExportDesign;
  readonly pipeline: PipelineResult;
  /** Q-Q plots of the residuals of the full design, on grams and on ln grams; null unless asked for. */
  readonly quantilePlots: { readonly before: QuantilePlot; readonly after: QuantilePlot } | null;
  /** Null unless asked for. */
  readonly validation: CrossValidation | null;
  /** Plain sentences for the author. */
  readonly warnings: readonly string[];
}

/** Called as the work goes on; throwing ends it. */
export type OnStep = (phase: RefitPhase, round: number) => void;

/**
 * Builds the design of a cleaned export, runs the paper's pipeline on it, and validates what comes out.
 *
 * @throws {RefitError} where the rows cannot be fitted
 */
export function refitCleaned(cleaned: CleanedExport, options: RefitOptions, onStep: OnStep): Refit {
  requireRows(cleaned);
  onStep('fitting', 0);
  const design = buildDesign(cleaned, options.minCategoryRows);
  const pipeline = fitOrExplain(() => pipelineOf(cleaned, design, options, onStep));
  onStep('validating', pipeline.influence.length);
  return {
    cleaned,
    options,
    design,
    pipeline,
    quantilePlots: options.quantilePlots ? residualQuantilePlots(design.design, cleaned.grams) : null,
    validation: options.validation ? crossValidate(design, cleaned.rows, pipeline) : null,
    warnings: [
      ...cleaned.absentTerms.map((term) =>
        l10n.t('The export has no column for {0}, so there is no such term.', term),
      ),
      ...design.warnings,
      ...pipeline.warnings,
    ],
  };
}

function pipelineOf(
  cleaned: CleanedExport,
  { design, response }: ExportDesign,
  options: RefitOptions,
  onStep: OnStep,
): PipelineResult {
  return runPipeline(design, response, Array.from(cleaned.rows), {
    order: options.order,
    influenceRemoval: options.influenceRemoval,
    collinearityRemoval: options.collinearityRemoval,
    thresholds: { cookNumerator: options.cookThreshold, vif: options.vifThreshold },
    roundLimit: options.maxRounds,
    onRound: (step) => onStep('fitting', 'check' in step ? step.check : 0),
  });
}

/** The statistics say in a sentence why they cannot fit; that sentence is all the user needs. */
function fitOrExplain<T>(fit: () => T): T {
  try {
    return fit();
  } catch (error) {
    const isExplained =
      error instanceof RankDeficientError ||
      error instanceof TooFewRowsError ||
      error instanceof InvalidInputError;
    throw isExplained ? new RefitError(error.message, { cause: error }) : error;
  }
}

function requireRows(cleaned: CleanedExport): void {
  if (cleaned.total === 0) throw new RefitError(l10n.t('The export holds no records.'));
  if (cleaned.rows.length > 0) return;
  const reasons = cleaned.dropped.map(describeDropped).join('; ');
  throw new RefitError(
    cleaned.total === 1
      ? l10n.t('The only record had to be dropped: {0}.', reasons)
      : l10n.t('All {0} records had to be dropped: {1}.', grouped(cleaned.total), reasons),
  );
}
