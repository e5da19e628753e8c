import * as l10n from '@vscode/l10n';
import { paperModel } from '../../glm/paper-model';
import { dropWords } from '../drop-words';
import type { Refit } from '../refit';
import { type CsvCell, csvText } from './csv';

/** A table of the report as a file for a spreadsheet or a script; numbers have full precision. */
export interface ReportTable {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly csv: string;
}

/** Every table of a refit. */
export function reportTables(refit: Refit): ReportTable[] {
  return [
    { name: 'coefficients', title: l10n.t('Coefficients'), csv: coefficients(refit) },
    { name: 'fit', title: l10n.t('Figures of the fit'), csv: figures(refit) },
    { name: 'removals', title: l10n.t('Rounds of removal'), csv: rounds(refit) },
    { name: 'removed-rows', title: l10n.t('Rows removed as influential'), csv: removedRows(refit) },
    { name: 'vif', title: l10n.t('Variance inflation factors'), csv: inflation(refit) },
    { name: 'dropped-rows', title: l10n.t('Rows dropped before the fit'), csv: droppedRows(refit) },
  ];
}

function coefficients({ pipeline: { fit } }: Refit): string {
  const header = ['term', 'coef', 'std_err', 'z', 'p', 'ci_low', 'ci_high', 'table_2'];
  return csvText(
    header,
    fit.columns.map((name, j) => [
      name,
      ...[fit.params, fit.bse, fit.z, fit.p, fit.ciLow, fit.ciHigh].map((column) => column[j] ?? null),
      paperModel.terms.find((term) => term.name === name)?.coefficient ?? null,
    ]),
  );
}

function figures({ pipeline: { fit, stillInfluential }, validation, cleaned }: Refit): string {
  const rows: [string, number | null][] = [
    ['records', cleaned.total],
    ['rows_used', cleaned.rows.length],
    ['rows_in_fit', fit.nobs],
    ['df_model', fit.dfModel],
    ['df_resid', fit.dfResid],
    ['scale', fit.scale],
    ['log_likelihood', fit.logLik],
    ['deviance', fit.deviance],
    ['null_deviance', fit.nullDeviance],
    ['pearson_chi2', fit.pearsonChi2],
    ['pseudo_r2_cs', fit.pseudoR2CS],
    ['r2_deviance', fit.r2Deviance],
    ['aic', fit.aic],
    ['still_influential', stillInfluential],
    ['validation_rmse', validation?.kept.rmse ?? null],
    ['validation_coverage', validation?.kept.coverage ?? null],
  ];
  return csvText(['figure', 'value'], rows);
}

function rounds({ pipeline }: Refit): string {
  return csvText(
    ['fit', 'rows', 'threshold', 'max_cooks_distance', 'removed'],
    pipeline.influence.map(({ check, n, threshold, maxCook, removed }) => [
      check,
      n,
      threshold,
      maxCook,
      removed.length,
    ]),
  );
}

function removedRows({ pipeline, cleaned }: Refit): string {
  const places = new Map(Array.from(cleaned.rows, (row, at) => [row, at] as const));
  return csvText(
    ['fit', 'row', 'model', 'grams'],
    pipeline.influence.flatMap(({ check, removed }) =>
      removed.map((row): CsvCell[] => {
        const at = places.get(row) ?? -1;
        return [check, row, cleaned.names[at] ?? null, cleaned.grams[at] ?? null];
      }),
    ),
  );
}

function inflation({ pipeline: { collinearity } }: Refit): string {
  return csvText(
    ['step', 'term', 'vif', 'removed'],
    collinearity.flatMap(({ vif, removed }, step) =>
      Object.entries(vif).map(([term, value]) => [step + 1, term, value, term === removed ? 'yes' : 'no']),
    ),
  );
}

function droppedRows({ cleaned: { dropped } }: Refit): string {
  function* lines(): Generator<CsvCell[]> {
    for (const { reason, rows, examples } of dropped) {
      const known = new Map(examples.map((example) => [example.row, example]));
      for (const row of rows.toArray()) {
        const example = known.get(row);
        yield [row, reason, dropWords(reason), example?.name ?? null, example?.cell ?? null];
      }
    }
  }
  return csvText(['row', 'reason', 'in_words', 'model', 'cell'], lines());
}
