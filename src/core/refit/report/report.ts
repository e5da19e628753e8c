import * as l10n from '@vscode/l10n';
import { paperModel } from '../../glm/paper-model';
import type { Plot } from '../plots/plot';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import type { ExportSource } from '../source';
import { droppedSection, stepsSection } from './rows-section';
import { coefficientTable, factsOf, fitTable, validationOf } from './fit-section';
import { list, paragraph, section } from './html';
import { type PlotName, reportPlots, type ReportPlots } from './plots';
import { sourceSection } from './source-section';
import { REPORT_STYLE } from './style';
import { grouped } from '../../quantity/grouped';

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
  const title = reportTitle(content.source);
  return `<!doctype html>\n${element(
    'html',
    // The language of the texts: a translation names itself here.
    { lang: l10n.t('en') },
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

/** "Emissions model from hub.csv". */
export function reportTitle({ files }: ExportSource): string {
  return l10n.t('Emissions model from {0}', files.map(({ name }) => name).join(', '));
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
    ...(refit.warnings.length > 0 ? [section('to-know', l10n.t('To know'), list(refit.warnings))] : []),
    section(
      'coefficients',
      l10n.t('Coefficients'),
      paragraph(
        l10n.t(
          'The response is the natural logarithm of grams of CO₂eq; p-values and intervals are of the normal distribution.',
        ),
      ),
      coefficientTable(refit.pipeline.fit, paperModel),
      ...figures('coefficients'),
    ),
    section(
      'fit',
      l10n.t('Fit'),
      paragraph(
        l10n.t(
          'A generalised linear model of the Gaussian family with the identity link, fitted by IRLS; its covariance is nonrobust.',
        ),
      ),
      fitTable(refit.pipeline.fit, paperModel),
      pair(...figures('fitted', 'calibration')),
      validationOf(refit.validation),
    ),
    ...(refit.quantilePlots === null
      ? []
      : [
          section(
            'residuals',
            l10n.t('Residuals'),
            paragraph(residualWords()),
            pair(...figures('qq-before', 'qq-after')),
          ),
        ]),
    section(
      'influence-cook-s-distance',
      l10n.t("Influence: Cook's distance"),
      pair(...figures('cook-rounds', 'cook-first', 'cook-last')),
    ),
    ...(plots.has('vif') ? [section('collinearity', l10n.t('Collinearity'), pair(...figures('vif')))] : []),
    stepsSection(refit),
    droppedSection(refit),
    sourceSection(source, refit),
  ].join('');
}

function residualWords(): string {
  return l10n.t(
    'Normal quantile plots of the residuals of the first fit, with every row and column: on grams, and on their logarithm.',
  );
}

/** What was done, in a sentence or two. */
export function reportLead({ cleaned, pipeline }: Refit, date: Date): string {
  const figures = {
    read: grouped(cleaned.total),
    used: grouped(cleaned.rows.length),
    fitted: grouped(pipeline.fit.nobs),
    date: date.toISOString().slice(0, 10),
  };
  return pipeline.order === 'cook_first'
    ? l10n.t(
        '{read} records read, {used} used, {fitted} in the fit; removal of influential rows first, then collinear columns. Made on {date}.',
        figures,
      )
    : l10n.t(
        '{read} records read, {used} used, {fitted} in the fit; removal of collinear columns first, then influential rows. Made on {date}.',
        figures,
      );
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
