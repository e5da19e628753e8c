import * as l10n from '@vscode/l10n';
import { paperModel } from '../../glm/paper-model';
import { summary } from '../../glm/summary';
import { dropWords } from '../drop-words';
import type { Plot } from '../plots/plot';
import { type ReportContent, reportLead, reportTitle } from './report';
import { grouped } from '../../quantity/grouped';

/** Runs of row numbers that a reason lists at most. */
const MOST_RUNS = 50;

/**
 * The report as Markdown: for an issue, a wiki, a repository.
 *
 * @param plotPath where a plot's picture will be, relative to the report
 */
export function reportMarkdown(content: ReportContent, plotPath: (name: string) => string): string {
  const { source, refit, plots, date } = content;
  const picture = (name: string, plot: Plot | undefined): string =>
    plot === undefined ? '' : `![${inline(plot.title)}](${plotPath(name)})\n\n${inline(plot.caption)}`;
  return [
    `# ${inline(reportTitle(source))}`,
    reportLead(refit, date),
    ...headed(l10n.t('To know'), refit.warnings.map((warning) => `- ${inline(warning)}`).join('\n')),
    ...headed(
      l10n.t('Coefficients'),
      coefficientTable(content),
      picture('coefficients', plots.get('coefficients')),
    ),
    ...headed(
      l10n.t('Summary'),
      `\`\`\`text\n${summary(refit.pipeline.fit, { response: 'ln_grams', date })}\n\`\`\``,
    ),
    ...headed(
      l10n.t('Plots'),
      ...[...plots].filter(([name]) => name !== 'coefficients').map(([name, plot]) => picture(name, plot)),
    ),
    ...headed(l10n.t('Rounds of removal'), roundsTable(content)),
    ...headed(l10n.t('Rows that were dropped'), droppedTable(content)),
    ...headed(l10n.t('Source'), sourceTable(content)),
    '',
  ].join('\n\n');
}

/** A heading with what stands below it; nothing where nothing does. */
function headed(title: string, ...content: readonly string[]): string[] {
  const parts = content.filter((part) => part !== '');
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

function coefficientTable({ refit: { pipeline } }: ReportContent): string {
  const { fit } = pipeline;
  const fixed = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';
  return table(
    [l10n.t('term'), 'coef', 'std err', 'z', 'P>abs(z)', '[0.025', '0.975]', l10n.t('Table 2')],
    fit.columns.map((name, j) => [
      name,
      fixed(fit.params[j], 4),
      ...[fit.bse, fit.z, fit.p, fit.ciLow, fit.ciHigh].map((column) => fixed(column[j], 3)),
      fixed(paperModel.terms.find((term) => term.name === name)?.coefficient, 4),
    ]),
  );
}

function roundsTable({ refit: { pipeline } }: ReportContent): string {
  return table(
    [
      l10n.t('fit'),
      l10n.t('rows'),
      l10n.t('threshold'),
      l10n.t("largest Cook's distance"),
      l10n.t('removed'),
    ],
    pipeline.influence.map(({ check, n, threshold, maxCook, removed }) => [
      String(check),
      String(n),
      threshold.toPrecision(4),
      maxCook.toPrecision(4),
      String(removed.length),
    ]),
  );
}

function droppedTable({ refit: { cleaned } }: ReportContent): string {
  return table(
    [l10n.t('rows'), l10n.t('reason'), l10n.t('which')],
    cleaned.dropped.map(({ reason, rows }) => [
      grouped(rows.size),
      dropWords(reason),
      rows.describe(MOST_RUNS),
    ]),
  );
}

function sourceTable({ source }: ReportContent): string {
  return table(
    [l10n.t('file'), l10n.t('records'), l10n.t('bytes'), 'SHA-256'],
    source.files.map(({ name, records, bytes, sha256 }) => [
      name,
      String(records),
      String(bytes),
      sha256 ?? '',
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that stands for itself: names and cells of an export are no Markdown, nor HTML. */
function inline(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#!]/g, '\\$&').replaceAll(/[\r\n]+/g, ' ');
}
