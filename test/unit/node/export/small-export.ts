import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A record of a made-up export, in the columns of the synthetic one. */
export interface SmallRecord {
  readonly model_id: string;
  readonly parameters: number | null;
  readonly likes: number;
  readonly commits: number;
  readonly created_at: string;
  readonly last_modified: string;
  readonly pipeline_tag: string;
  readonly org_type: string | null;
  readonly co2_eq_emissions: string | null;
  readonly card_text: string | null;
}

/** Numbers between 0 and 1 that look random and are always the same (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const TASKS = ['text-classification', 'text-generation', 'image-classification', 'graph-ml', 'no-such-task'];
const DAY = 86_400_000;

/** Records whose emissions follow their predictors, with noise; every tenth lacks a figure. */
export function smallExport(count = 80, seed = 7): SmallRecord[] {
  const next = sequence(seed);
  return Array.from({ length: count }, (_, at) => {
    const parameters = Math.round(10 ** (6 + 3 * next()));
    const likes = next() < 0.5 ? 0 : Math.ceil(50 * next());
    const commits = 1 + Math.floor(60 * next());
    const created = Date.UTC(2021, 0, 1) + Math.floor(700 * next()) * DAY;
    const age = Math.floor(200 * next());
    const grams = Math.exp(-6 + 0.9 * Math.log10(parameters) + 2 * Math.log10(commits) + 3 * (next() - 0.5));
    return {
      model_id: `user${at % 7}/model-${at}`,
      parameters: at === 33 ? null : parameters,
      likes,
      commits,
      created_at: new Date(created).toISOString(),
      last_modified: new Date(created + age * DAY).toISOString(),
      pipeline_tag: TASKS[Math.floor(TASKS.length * next())] ?? '',
      org_type: at % 6 === 0 ? 'company' : null,
      co2_eq_emissions: at % 10 === 5 ? null : grams.toPrecision(6),
      card_text: at % 20 === 5 ? `# "m"\n\n## Environmental Impact\n\nCO2: ${grams.toFixed(4)} g\n` : null,
    };
  });
}

type Row = Readonly<Record<string, string | number | object | null | undefined>>;

/** As RFC 4180 has it: quotes where they are needed. */
export function toCsv(records: readonly object[], delimiter = ',', lineEnd = '\n'): string {
  const rows = records as readonly Row[];
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column], delimiter)).join(delimiter));
  const header = columns.map((column) => csvCell(column, delimiter)).join(delimiter);
  return [header, ...lines, ''].join(lineEnd);
}

function csvCell(value: Row[string], delimiter: string): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toJsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A folder with files for one test. @returns its path */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-refit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A file for one test. @returns its path */
export function fileWith(name: string, content: string | Uint8Array): string {
  return join(folderWith({ [name]: content }), name);
}
