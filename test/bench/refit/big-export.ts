import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';

const DAY = 86_400_000;
const FROM = Date.UTC(2019, 0, 1);
const TO = Date.UTC(2024, 5, 28);
const TASKS = [
  { task: 'text-classification', share: 0.85 },
  { task: 'image-classification', share: 0.11 },
  { task: 'automatic-speech-recognition', share: 0.012 },
  { task: 'reinforcement-learning', share: 0.01 },
  { task: 'tabular-regression', share: 0.01 },
  { task: '', share: 0.008 },
];
const ORGANIZATIONS = [
  { kind: 'community', share: 0.01, effect: -2.3 },
  { kind: 'company', share: 0.045, effect: 0.4 },
  { kind: 'non-profit', share: 0.03, effect: 1.2 },
  { kind: 'university', share: 0.013, effect: 4.6 },
  { kind: '', share: 0.902, effect: 0 },
];

interface BigRecord {
  readonly model_id: string;
  readonly parameters: number | null;
  readonly likes: number;
  readonly commits: number;
  readonly created_at: string;
  readonly last_modified: string;
  readonly pipeline_tag: string;
  readonly org_type: string;
  readonly co2_eq_emissions: string;
  readonly card_text: string;
}

/** Mulberry32: the same numbers on every machine. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function* records(count: number): Generator<BigRecord> {
  const next = uniform(7);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const pick = <T extends { readonly share: number }>(options: readonly T[]): T => {
    let rest = next();
    return options.find(({ share }) => (rest -= share) < 0) ?? (options.at(-1) as T);
  };
  for (let at = 0; at < count; at++) {
    const { task } = pick(TASKS);
    const organization = pick(ORGANIZATIONS);
    const parameters = Math.round(
      10 ** (task.startsWith('image') ? 7.5 + 0.33 * normal() : 8.15 + 0.46 * normal()),
    );
    const likes = next() < 0.86 ? 0 : Math.ceil(10 ** (-0.55 * Math.log(1 - next())));
    const commits = Math.max(1, Math.round(10 ** (0.85 + 0.58 * normal())));
    const created = FROM + Math.floor(next() * (TO - FROM));
    const modified = Math.min(
      TO,
      created + Math.floor((next() < 0.62 ? 3 * next() : -150 * Math.log(1 - next())) * DAY),
    );
    const eta =
      -6 +
      0.87 * Math.log10(parameters + 0.001) +
      0.13 * Math.log10(likes + 0.001) +
      2.23 * Math.log10(commits + 0.001) +
      (0.0022 * (modified - created)) / DAY +
      (task.startsWith('automatic') ? 8 : 0) -
      (task.startsWith('text') ? 0.38 : 0) +
      organization.effect;
    const gross = next() < 0.08 ? (next() < 0.5 ? -1 : 1) * (4.5 + 4.5 * next()) : 0;
    const grams = Math.exp(eta + 1.5 * normal() + gross);
    const { cell, card } = stated(grams, next());
    yield {
      model_id: `user${at % 9973}/autotrain-model-${String(at).padStart(7, '0')}`,
      parameters: next() < 0.01 ? null : parameters,
      likes,
      commits,
      created_at: new Date(created).toISOString(),
      last_modified: new Date(modified).toISOString(),
      pipeline_tag: task,
      org_type: organization.kind,
      co2_eq_emissions: next() < 0.03 ? '' : cell,
      card_text: card,
    };
  }
}

/** The ways in which authors write an amount; some have kilograms, and say so in the card's text alone. */
function stated(grams: number, kind: number): { cell: string; card: string } {
  if (kind < 0.55) return { cell: grams.toPrecision(8), card: '' };
  if (kind < 0.7) return { cell: `${grams.toFixed(6)}g`, card: '' };
  if (kind < 0.85) return { cell: `${grams.toFixed(6)} grams of CO2`, card: '' };
  if (kind < 0.95) return { cell: `${grams.toFixed(6)} g`, card: '' };
  const kilograms = (grams / 1000).toFixed(9);
  const card = `# m\n\n## Environmental Impact\n\n- **Hours used:** 12\n- **Carbon Emitted:** ${kilograms} kg\n\n## Citation\n\n"Anon", 2024\n`;
  return { cell: kilograms, card };
}

/** Writes an export of so many records as CSV. */
export async function writeBigCsv(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  let text = '';
  let header = false;
  for (const record of records(count)) {
    if (!header) text = `${Object.keys(record).join(',')}\n`;
    header = true;
    const cells = Object.values(record).map((cell: string | number | null) => cell ?? '');
    const card = record.card_text === '' ? '' : `"${record.card_text.replaceAll('"', '""')}"`;
    text += `${cells.slice(0, -1).join(',')},${card}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}

/** The same as Parquet, with dates as timestamps, in row groups of a million as other writers make them. */
export function writeBigParquet(path: string, count: number): void {
  const all = [...records(count)];
  const text = (name: 'model_id' | 'pipeline_tag' | 'org_type' | 'co2_eq_emissions' | 'card_text') => ({
    name,
    type: 'STRING' as const,
    data: all.map((record) => (record[name] === '' ? null : record[name])),
  });
  const integer = (name: 'parameters' | 'likes' | 'commits') => ({
    name,
    type: 'INT64' as const,
    data: all.map(({ [name]: value }) => (value === null ? null : BigInt(value))),
  });
  const date = (name: 'created_at' | 'last_modified') => ({
    name,
    type: 'TIMESTAMP' as const,
    data: all.map((record) => new Date(record[name])),
  });
  const columnData = [
    text('model_id'),
    integer('parameters'),
    integer('likes'),
    integer('commits'),
    date('created_at'),
    date('last_modified'),
    text('pipeline_tag'),
    text('org_type'),
    text('co2_eq_emissions'),
    text('card_text'),
  ];
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 1_000_000 })));
}
