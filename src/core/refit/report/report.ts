import { paperModel } from '../../glm/paper-model';
import { drawCoefficientPlot } from '../plots/coefficient-plot';
import { drawCookPlot } from '../plots/cook-plot';
import { drawFittedPlot } from '../plots/fitted-plot';
import { drawInflationPlot } from '../plots/inflation-plot';
import type { Plot } from '../plots/plot';
import { drawQuantilePlot } from '../plots/quantile-plot';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import type { ExportSource } from '../source';
import { droppedSection, stepsSection } from './rows-section';
import { coefficientTable, factsOf, validationOf } from './fit-section';
import { list, paragraph, section } from './html';
import { sourceSection } from './source-section';
import { REPORT_STYLE } from './style';

/**
 * The report of a refit: one HTML file that needs nothing else, no scripts and no network.
 *
 * @param date when the refit was made
 */
export function refitReport(source: ExportSource, refit: Refit, date: Date): string {
  const title = `Emissions model from ${source.files.map(({ name }) => name).join(', ')}`;
  const body = [
    element('h1', {}, escapeText(title)),
    element('p', { class: 'lead' }, escapeText(leadOf(refit, date))),
    factsOf(refit),
    ...(refit.warnings.length > 0 ? [section('To know', list(refit.warnings))] : []),
    section(
      'Coefficients',
      paragraph(
        'The response is the natural logarithm of grams of CO₂eq; p-values and intervals are of the normal distribution.',
      ),
      coefficientTable(refit.pipeline.fit, paperModel),
      figureOf(drawCoefficientPlot(refit.pipeline.fit, paperModel)),
    ),
    fitSection(refit),
    residualSection(refit),
    influenceSection(refit),
    collinearitySection(refit),
    stepsSection(refit),
    droppedSection(refit),
    sourceSection(source, refit),
  ];
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
    element('body', {}, element('main', {}, ...body)),
  )}\n`;
}

function leadOf({ cleaned, pipeline }: Refit, date: Date): string {
  const order =
    pipeline.order === 'cook_first'
      ? 'influential rows first, then collinear columns'
      : 'collinear columns first, then influential rows';
  return `${cleaned.total.toLocaleString('en')} records read, ${cleaned.rows.length.toLocaleString('en')} used, ${pipeline.fit.nobs.toLocaleString('en')} in the fit; removal of ${order}. Made on ${date.toISOString().slice(0, 10)}.`;
}

function fitSection({ cleaned, design, pipeline, validation }: Refit): string {
  const plot = drawFittedPlot({
    fit: pipeline.fit,
    design: design.design,
    response: design.response,
    ids: cleaned.rows,
    kept: pipeline.rows,
  });
  return section('Fit', element('div', { class: 'pair' }, figureOf(plot), validationOf(validation)));
}

function residualSection({ quantilePlots }: Refit): string {
  if (quantilePlots === null) return '';
  const { before, after } = quantilePlots;
  return section(
    'Residuals',
    paragraph(
      'Normal quantile plots of the residuals of the first fit, with every row and column: on grams, and on their logarithm.',
    ),
    element(
      'div',
      { class: 'pair' },
      figureOf(drawQuantilePlot('Before the logarithm', 'g', before)),
      figureOf(drawQuantilePlot('After the logarithm', 'ln g', after)),
    ),
  );
}

function influenceSection({ pipeline, options }: Refit): string {
  const { firstInfluence, lastInfluence, influence } = pipeline;
  const plots = options.influenceRemoval
    ? [
        drawCookPlot('First round', firstInfluence, options.cookThreshold),
        drawCookPlot(`Last round (${influence.length})`, lastInfluence, options.cookThreshold),
      ]
    : [drawCookPlot('The reported fit', lastInfluence, options.cookThreshold)];
  return section("Influence: Cook's distance", element('div', { class: 'pair' }, ...plots.map(figureOf)));
}

function collinearitySection({ pipeline, options }: Refit): string {
  const plot = drawInflationPlot(pipeline.collinearity, options.vifThreshold);
  return plot === null ? '' : section('Collinearity', element('div', { class: 'pair' }, figureOf(plot)));
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
