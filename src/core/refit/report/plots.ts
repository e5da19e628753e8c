import * as l10n from '@vscode/l10n';
import { paperModel } from '../../glm/paper-model';
import { drawCalibrationPlot } from '../plots/calibration-plot';
import { drawCoefficientPlot } from '../plots/coefficient-plot';
import { drawCookPlot } from '../plots/cook-plot';
import { drawCookRoundsPlot } from '../plots/cook-rounds-plot';
import { drawFittedPlot } from '../plots/fitted-plot';
import { drawInflationPlot } from '../plots/inflation-plot';
import type { Plot } from '../plots/plot';
import { drawQuantilePlot } from '../plots/quantile-plot';
import type { Refit } from '../refit';

/** Names of the plots, in the order of the report; files of single plots are called so. */
export const PLOT_NAMES = [
  'coefficients',
  'fitted',
  'calibration',
  'qq-before',
  'qq-after',
  'cook-rounds',
  'cook-first',
  'cook-last',
  'vif',
] as const;

export type PlotName = (typeof PLOT_NAMES)[number];

/** The plots of a report; one is absent where there is nothing to draw. */
export type ReportPlots = ReadonlyMap<PlotName, Plot>;

/** Draws every plot of a refit once, for the page, the panel and the single files. */
export function reportPlots(refit: Refit): ReportPlots {
  const { pipeline, options, quantilePlots, validation } = refit;
  const { cookThreshold } = options;
  const drawn: Readonly<Record<PlotName, Plot | null>> = {
    coefficients: drawCoefficientPlot(pipeline.fit, paperModel),
    fitted: drawFittedPlot({
      fit: pipeline.fit,
      design: refit.design.design,
      response: refit.design.response,
      ids: refit.cleaned.rows,
      kept: pipeline.rows,
    }),
    calibration: validation && drawCalibrationPlot(validation.calibration),
    'qq-before': quantilePlots && drawQuantilePlot(l10n.t('Before the logarithm'), 'g', quantilePlots.before),
    'qq-after': quantilePlots && drawQuantilePlot(l10n.t('After the logarithm'), 'ln g', quantilePlots.after),
    'cook-rounds': options.influenceRemoval ? drawCookRoundsPlot(pipeline.influence, cookThreshold) : null,
    'cook-first': options.influenceRemoval
      ? drawCookPlot(l10n.t('First fit'), pipeline.firstInfluence, cookThreshold)
      : null,
    'cook-last': drawCookPlot(lastTitle(refit), pipeline.lastInfluence, cookThreshold),
    vif: drawInflationPlot(pipeline.collinearity, options.vifThreshold),
  };
  return new Map(
    PLOT_NAMES.flatMap((name) => {
      const plot = drawn[name];
      return plot === null ? [] : [[name, plot] as const];
    }),
  );
}

function lastTitle({ options, pipeline }: Refit): string {
  return options.influenceRemoval
    ? l10n.t('Last fit of the removal ({0})', pipeline.influence.length)
    : l10n.t('The reported fit');
}
