import { Random } from './random';

const TASKS = ['text-classification', 'text-generation', 'image-classification', 'graph-ml'] as const;
const MARKUP = '<img src=x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://example.org")';
const DAY = 86_400_000;

/** Rows of an export that can be fitted; two of them try to be markup and a formula. */
export function seedRecords(count = 60) {
  const random = new Random(7);
  return Array.from({ length: count }, (_, at) => {
    const created = Date.UTC(2021, 0, 1) + random.below(700) * DAY;
    const parameters = Math.round(10 ** (6 + 4 * random.next()));
    const commits = 1 + random.below(60);
    const grams = Math.exp(-6 + 0.9 * Math.log10(parameters) + 2 * Math.log10(commits) + 3 * random.next());
    return {
      model_id: at === 3 ? FORMULA : at === 4 ? MARKUP : `user${at % 7}/model-${at}`,
      parameters,
      likes: random.below(100),
      commits,
      created_at: new Date(created).toISOString(),
      last_modified: new Date(created + random.below(200) * DAY).toISOString(),
      pipeline_tag: at === 4 ? MARKUP : random.pick(TASKS),
      org_type: at % 6 === 0 ? 'company' : null,
      co2_eq_emissions: at % 10 === 5 ? null : grams.toPrecision(6),
      card_text: at % 10 === 5 ? `# "m"\n\n## Environmental Impact\n\nCO2: ${grams.toFixed(4)} g\n` : null,
    };
  });
}

type Cells = Readonly<Record<string, string | number | null>>;

/** Rows as text with separators, in quotes where they are needed. */
export function separated(rows: readonly Cells[], separator: string): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null | undefined): string => {
    const text = String(value ?? '');
    return /[",\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(separator));
  return [columns.join(separator), ...lines, ''].join('\n');
}
