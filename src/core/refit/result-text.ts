import { summary } from '../glm/summary';
import { dropWords } from './drop-words';
import type { Refit } from './refit';
import type { ExportSource } from './source';

/** The result as `refit` prints it: the table of statsmodels, and before it in short what became of the rows. */
export function refitText(source: ExportSource, refit: Refit, date: Date): string {
  return [
    ...readLines(source, refit),
    ...rowLines(refit),
    ...stepLines(refit),
    ...refit.warnings.map((warning) => `Note: ${warning}`),
    '',
    summary(refit.pipeline.fit, { response: 'ln_grams', date }),
    '',
  ].join('\n');
}

function readLines(source: ExportSource, { cleaned }: Refit): string[] {
  const renamed = [...source.map].filter(([field, column]) => field !== column);
  const lines = [`Read ${amount(cleaned.total)} records from ${filesInWords(source)} (${source.profile}).`];
  if (renamed.length > 0) {
    lines.push(`  columns:  ${renamed.map(([field, column]) => `${field} from "${column}"`).join(', ')}`);
  }
  if (source.missing.length > 0) lines.push(`  not there: ${source.missing.join(', ')}`);
  if (source.emissionsFromCards) lines.push('  emissions: from the front matter and the text of the cards');
  return lines;
}

function filesInWords({ files }: ExportSource): string {
  const [first] = files;
  return files.length === 1 && first !== undefined ? first.name : `${amount(files.length)} files`;
}

function rowLines({ cleaned, design }: Refit): string[] {
  const { origin, unit } = cleaned.readings;
  const lines = [`Used ${amount(cleaned.rows.length)} of them.`];
  for (const { reason, rows } of cleaned.dropped)
    lines.push(`  dropped:  ${amount(rows.size)} ${dropWords(reason)}`);
  lines.push(
    `  emissions: ${amount(origin.reported)} as reported (${amount(unit.g)} with "g", ${amount(unit.kg)} with "kg" written), ` +
      `${amount(origin.card)} from the card's text, ${amount(origin.card_unit_override)} in the unit of the card's text`,
  );
  const thin = design.categories.filter(({ use }) => use === 'thin');
  if (thin.length > 0) {
    lines.push(`  too few for a term: ${thin.map(({ name, rows }) => `${name} (${rows})`).join(', ')}`);
  }
  return lines;
}

function stepLines({ pipeline, options }: Refit): string[] {
  const removed = pipeline.influence.reduce((sum, round) => sum + round.removed.length, 0);
  const rounds = pipeline.influence.filter((round) => round.removed.length > 0).length;
  const influence = options.influenceRemoval
    ? [
        `Removed ${amount(removed)} ${removed === 1 ? 'row' : 'rows'} with a Cook's distance above ${options.cookThreshold}/n in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; ${amount(pipeline.fit.nobs)} are left.`,
      ]
    : [];
  const columns = pipeline.collinearity.flatMap(({ removed: column, vif }) =>
    column === null
      ? []
      : [
          `Removed the column "${column}": its variance inflation factor is ${(vif[column] ?? NaN).toFixed(2)}.`,
        ],
  );
  const ordered = pipeline.order === 'cook_first' ? [...influence, ...columns] : [...columns, ...influence];
  if (options.influenceRemoval && pipeline.stillInfluential > 0) {
    ordered.push(
      `  ${amount(pipeline.stillInfluential)} of the remaining rows ${pipeline.stillInfluential === 1 ? 'exceeds' : 'exceed'} the threshold in the final fit; the paper stops here.`,
    );
  }
  return ordered;
}

function amount(count: number): string {
  return count.toLocaleString('en');
}
