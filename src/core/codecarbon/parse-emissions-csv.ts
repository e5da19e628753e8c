import * as l10n from '@vscode/l10n';
import Big from 'big.js';
import { excerpt } from '../card/excerpt';
import { grouped } from '../quantity/grouped';
import { EmissionsFileError, type EmissionsRun } from './emissions-run';
import { type EmissionsTable, readEmissionsTable } from './emissions-table';

/** What an `emissions.csv` holds. */
export interface EmissionsFile {
  /** In the order of the file: the last one is the newest. Never empty. */
  readonly runs: readonly EmissionsRun[];
  /** Rows that were left out or put together, a sentence each. */
  readonly notes: readonly string[];
}

/** A file with more rows to complain of is no report. */
const MOST_NOTES = 100;
/** More than the world emits in a year. */
const MOST_KILOGRAMS = 1e14;
/** CodeCarbon writes no word as long; a card is no place for it. */
const LONGEST_WORD = 500;
const NUMBER = /^[+-]?(?:\d{1,30}\.?\d{0,40}|\.\d{1,40})(?:e[+-]?\d{1,2})?$/i;

/**
 * Reads CodeCarbon's `emissions.csv` (or the tasks' `emissions_base_….csv`) of any version: columns are found by
 * their names. A spreadsheet's semicolons and decimal commas are understood. Rows of one run whose emissions
 * only grow are snapshots of it, so the last one counts. Throws {@link EmissionsFileError}.
 */
export function parseEmissionsCsv(text: string): EmissionsFile {
  const { runs, notes } = readRows(readEmissionsTable(text));
  if (runs.length === 0)
    throw new EmissionsFileError(
      notes[0] === undefined
        ? l10n.t('The file holds no run.')
        : l10n.t('The file holds no run: {0}', notes[0]),
    );
  return { runs: mergeSnapshots(runs, notes).map(({ run }) => run), notes };
}

interface Row {
  readonly run: EmissionsRun;
  /** Rows with the same key belong to the same run. */
  readonly key: string;
}

function readRows({ columns, rows, decimalComma }: EmissionsTable): { runs: Row[]; notes: string[] } {
  const runs: Row[] = [];
  const notes: string[] = [];
  const note = (text: string): void => {
    if (notes.length < MOST_NOTES) notes.push(text);
  };
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '') || isHeader(cells, columns)) continue;
    if (cells.length !== columns.length) {
      note(wrongWidth(i + 1, cells.length, columns.length));
      continue;
    }
    const read = reader(columns, cells, decimalComma);
    const kilograms = read.decimal('emissions');
    if (kilograms === undefined || kilograms.lt(0) || kilograms.gt(MOST_KILOGRAMS)) {
      const written = excerpt(cells[columns.indexOf('emissions')]?.trim() ?? '', 40);
      note(
        written === ''
          ? l10n.t('Row {0} was left out: it has no emissions.', i + 1)
          : l10n.t(
              'Row {0} was left out: its emissions are "{1}", which is no amount in kilograms.',
              i + 1,
              written,
            ),
      );
      continue;
    }
    const run = runOf(read, kilograms, i);
    runs.push({ run, key: `${run.id}\n${read.text('task_name') ?? ''}` });
  }
  return { runs, notes };
}

function wrongWidth(row: number, values: number, columns: number): string {
  return values === 1
    ? l10n.t('Row {0} was left out: it has 1 value, and the header names {1} columns.', row, columns)
    : l10n.t(
        'Row {0} was left out: it has {1} values, and the header names {2} columns.',
        row,
        values,
        columns,
      );
}

/** Whether a row is the header once more, as in files that were put together. */
function isHeader(cells: readonly string[], columns: readonly string[]): boolean {
  return cells.length === columns.length && cells.every((cell, i) => cell === columns[i]);
}

interface RowReader {
  text(column: string): string | undefined;
  decimal(column: string): Big | undefined;
  number(column: string): number | undefined;
}

function reader(columns: readonly string[], cells: readonly string[], decimalComma: boolean): RowReader {
  const text = (column: string): string | undefined => {
    const cell = cells[columns.indexOf(column)]?.trim() ?? '';
    return cell === '' || cell.length > LONGEST_WORD || /^(?:nan|none|null)$/i.test(cell) ? undefined : cell;
  };
  const decimal = (column: string): Big | undefined => {
    const cell = text(column) ?? '';
    const plain = decimalComma ? cell.replace(',', '.') : cell;
    return NUMBER.test(plain) ? new Big(plain) : undefined;
  };
  return { text, decimal, number: (column) => decimal(column)?.toNumber() };
}

function runOf(read: RowReader, kilograms: Big, row: number): EmissionsRun {
  const cloud = read.text('on_cloud')?.toUpperCase();
  const found = {
    project: read.text('project_name'),
    timestamp: read.text('timestamp'),
    seconds: read.number('duration'),
    energy: read.decimal('energy_consumed'),
    country: read.text('country_name'),
    region: read.text('region'),
    cloudProvider: read.text('cloud_provider'),
    cloudRegion: read.text('cloud_region'),
    onCloud: cloud === 'Y' ? true : cloud === 'N' ? false : undefined,
    cpuModel: read.text('cpu_model'),
    gpuCount: read.number('gpu_count'),
    gpuModel: read.text('gpu_model'),
    ramTotalSize: read.number('ram_total_size'),
    version: read.text('codecarbon_version'),
  };
  const known = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { id: read.text('run_id') ?? l10n.t('row {0}', row + 1), kilograms, ...known };
}

/** `tracker.flush()` writes the run so far, and the end of the run writes it again, in full. */
function mergeSnapshots(rows: readonly Row[], notes: string[]): readonly Row[] {
  const byRun = new Map<string, Row[]>();
  for (const row of rows) {
    const group = byRun.get(row.key);
    if (group) group.push(row);
    else byRun.set(row.key, [row]);
  }
  const dropped = new Set<Row>();
  for (const [, group] of byRun) {
    const grows = group.every(({ run }, i) => i === 0 || run.kilograms.gte(group[i - 1]?.run.kilograms ?? 0));
    if (grows) for (const earlier of group.slice(0, -1)) dropped.add(earlier);
  }
  if (dropped.size > 0) {
    notes.push(
      dropped.size === 1
        ? l10n.t('1 row is an earlier snapshot of a run and was left out.')
        : l10n.t('{0} rows are earlier snapshots of a run and were left out.', grouped(dropped.size)),
    );
  }
  return rows.filter((row) => !dropped.has(row));
}
