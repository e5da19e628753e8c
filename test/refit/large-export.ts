import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const TASKS = ['text-classification', 'text-generation', 'image-classification', 'graph-ml', 'fill-mask'];
const ORGANIZATIONS = ['', '', 'company', 'community', 'university', 'non-profit'];
const DAY = 86_400_000;
const AT_ONCE = 2000;

/** Numbers between 0 and 1 that look random and are always the same (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Writes a made-up CSV export of the Hub: emissions that follow their predictors, with noise; every tenth lacks them. */
export async function largeExport(path: string, rows: number): Promise<void> {
  const next = sequence(184);
  const file = createWriteStream(path);
  file.write(
    'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,org_type,co2_eq_emissions,card_text\n',
  );
  for (let from = 0; from < rows; from += AT_ONCE) {
    let text = '';
    for (let at = from; at < Math.min(rows, from + AT_ONCE); at++) text += row(at, next);
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

function row(at: number, next: () => number): string {
  const parameters = Math.round(10 ** (6 + 3 * next()));
  const likes = next() < 0.5 ? 0 : Math.ceil(50 * next());
  const commits = 1 + Math.floor(60 * next());
  const created = Date.UTC(2021, 0, 1) + Math.floor(700 * next()) * DAY;
  const days = Math.floor(200 * next());
  const dates = [created, created + days * DAY].map((time) => new Date(time).toISOString());
  const ln = -6 + 0.9 * Math.log10(parameters) + 2 * Math.log10(commits) + 0.002 * days + 3 * (next() - 0.5);
  const grams = at % 10 === 5 ? '' : Math.exp(ln).toPrecision(6);
  const task = TASKS[Math.floor(TASKS.length * next())] ?? '';
  const organization = ORGANIZATIONS[Math.floor(ORGANIZATIONS.length * next())] ?? '';
  return `user${at % 7}/model-${at},${parameters},${likes},${commits},${dates.join(',')},${task},${organization},${grams},\n`;
}
