import { paperModel } from '../../glm/paper-model';
import type { Plot } from '../plots/plot';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import type { ExportSource } from '../source';
import { droppedSection, stepsSection } from './rows-section';
import { coefficientTable, factsOf, validationOf } from './fit-section';
import { list, paragraph, section } from './html';
import { type PlotName, reportPlots, type ReportPlots } from './plots';
import { sourceSection } from './source-section';
import { REPORT_STYLE } from './style';

/** What a report is made of. */
export interface ReportContent {
  readonly source: ExportSource;
  readonly refit: Refit;
  readonly plots: ReportPlots;
  /** When the refit was made. */
  readonly date: Date;
}

/**
 * The report of a refit: one HTML file that needs nothing else, no scripts and no network.
 *
 * @param date when the refit was made
 */
export function refitReport(source: ExportSource, refit: Refit, date: Date): string {
  return reportPage({ source, refit, date, plots: reportPlots(refit) });
}

/** The same from plots that are drawn already. */
export function reportPage(content: ReportContent): string {
  const title = `Emissions model from ${content.source.files.map(({ name }) => name).join(', ')}`;
  return `<!doctype html>\n${element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
      element('title', {}, escapeText(title)),
      element('style', {}, REPORT_STYLE),
    ),
    element('body', {}, element('main', {}, element('h1', {}, escapeText(title)), reportBody(content))),
  )}\n`;
}

/** What stands below the title, on the page and in the editor's panel. Markup only: the page brings the style. */
export function reportBody({ source, refit, plots, date }: ReportContent): string {
  const figures = (...names: readonly PlotName[]): string[] =>
    names.flatMap((name) => {
      const plot = plots.get(name);
      return plot === undefined ? [] : [figureOf(plot)];
    });
  return [
    element('p', { class: 'lead' }, escapeText(reportLead(refit, date))),
    factsOf(refit),
    ...(refit.warnings.length > 0 ? [section('To know', list(refit.warnings))] : []),
    section(
      'Coefficients',
      paragraph(
        'The response is the natural logarithm of grams of CO₂eq; p-values and intervals are of the normal distribution.',
      ),
      coefficientTable(refit.pipeline.fit, paperModel),
      ...figures('coefficients'),
    ),
    section('Fit', pair(...figures('fitted', 'calibration')), validationOf(refit.validation)),
    ...(refit.quantilePlots === null
      ? []
      : [section('Residuals', paragraph(RESIDUAL_WORDS), pair(...figures('qq-before', 'qq-after')))]),
    section("Influence: Cook's distance", pair(...figures('cook-rounds', 'cook-first', 'cook-last'))),
    ...(plots.has('vif') ? [section('Collinearity', pair(...figures('vif')))] : []),
    stepsSection(refit),
    droppedSection(refit),
    sourceSection(source, refit),
  ].join('');
}

const RESIDUAL_WORDS =
  'Normal quantile plots of the residuals of the first fit, with every row and column: on grams, and on their logarithm.';

/** What was done, in a sentence or two. */
export function reportLead({ cleaned, pipeline }: Refit, date: Date): string {
  const order =
    pipeline.order === 'cook_first'
      ? 'influential rows first, then collinear columns'
      : 'collinear columns first, then influential rows';
  return `${cleaned.total.toLocaleString('en')} records read, ${cleaned.rows.length.toLocaleString('en')} used, ${pipeline.fit.nobs.toLocaleString('en')} in the fit; removal of ${order}. Made on ${date.toISOString().slice(0, 10)}.`;
}

function pair(...figures: readonly string[]): string {
  return element('div', { class: 'pair' }, ...figures);
}

function figureOf({ title, caption, svg }: Plot): string {
  return element(
    'figure',
    {},
    element('h3', {}, escapeText(title)),
    svg,
    element('figcaption', {}, escapeText(caption)),
  );
}
