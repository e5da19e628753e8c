// In a language without our letters, what a refit says is in that language: its report, its progress, its refusals.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperModel } from '../../../src/core/glm/paper-model';
import { explainFailure, outOfMemory } from '../../../src/core/refit/explain-failure';
import { FIELDS } from '../../../src/core/refit/fields';
import { outcomeOf } from '../../../src/core/refit/outcome-texts';
import { columnQuestions } from '../../../src/core/refit/panel-columns';
import { OUTCOME_FILES } from '../../../src/core/refit/panel-outcome';
import { progressWords } from '../../../src/core/refit/panel-progress';
import { reportPlots } from '../../../src/core/refit/report/plots';
import { refit } from '../../../src/node/export/refit-export';
import { fileWith, smallExport, toCsv } from '../node/export/small-export';
import { outsideBrackets, speakEnglish, speakPseudo, vocabulary, wordsLeft } from './pseudo-language';

beforeAll(speakPseudo, 120_000);
afterAll(speakEnglish);

/** Names that are the same in every language. */
const NAMES = vocabulary(
  ...FIELDS,
  JSON.stringify([paperModel.terms, paperModel.training.categories]),
  'hub.csv Computer Vision Reinforcement Learning Tabular Data Graph Multimodal Other Cox-Snell RMSE user model plots',
  'coef std err abs domain organization cook_first SHA html lang body head meta charset viewport',
);

function expectTranslated(text: string): void {
  expect({ text, outside: outsideBrackets(text) }).toEqual({ text, outside: '' });
  expect({ text, left: wordsLeft(text, NAMES) }).toEqual({ text, left: [] });
}

async function outcomeOfSmallExport() {
  const records = smallExport(120).map((record, at) => (at === 7 ? { ...record, commits: 'many' } : record));
  const { source, refit: result } = await refit([fileWith('hub.csv', toCsv(records))], {
    quantilePlots: true,
    validation: true,
  });
  const plots = reportPlots(result);
  return outcomeOf({ source, refit: result, plots, date: new Date('2026-01-02T03:04:05Z') });
}

describe('the outcome of a refit', () => {
  test('as Markdown, but for the summary of statsmodels', async () => {
    const { texts } = await outcomeOfSmallExport();
    const markdown = texts.get(OUTCOME_FILES.markdown) ?? '';
    const words = markdown.replace(/```text[^]*?```/, '').replaceAll(/\]\(plots\/[\w-]+\.svg\)/g, ']');
    const lines = words.split('\n');
    expect(lines.filter((line) => wordsLeft(line, NAMES).length > 0)).toEqual([]);
    expect(lines[0]).toMatch(/^# .*⟦/);
  });

  test('names its plots and tables', async () => {
    const { outcome } = await outcomeOfSmallExport();
    for (const { title } of [...outcome.plots, ...outcome.tables]) expectTranslated(title);
    expect(outcome.plots.length).toBeGreaterThan(6);
  });

  test('calls the model by an English name, which cards and other editors show', async () => {
    const { outcome } = await outcomeOfSmallExport();
    expect(outcome.title).toBe('Refit from hub.csv');
  });
});

test.each([
  { phase: 'reading', bytesTotal: 138e6, bytesRead: 45e6, rowsKept: 120_345, round: 0 },
  { phase: 'reading', bytesTotal: 900, bytesRead: 45, rowsKept: 0, round: 0 },
  { phase: 'cleaning', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 0 },
  { phase: 'fitting', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 0 },
  { phase: 'fitting', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 3 },
  { phase: 'validating', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 1 },
  { phase: 'validating', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 4 },
  { phase: 'reporting', bytesTotal: 1, bytesRead: 1, rowsKept: 2, round: 4 },
] as const)('progress: $phase in round $round', (progress) => {
  expectTranslated(progressWords(progress));
});

test('questions about columns', () => {
  const questions = columnQuestions([
    'emissions',
    'size',
    'hearts',
    'commit',
    'born',
    'changed',
    'task',
    'org',
  ]);
  expect(questions.length).toBeGreaterThan(4);
  for (const { text, without } of questions) {
    expectTranslated(text);
    expectTranslated(without);
  }
});

/** A fault of the export, and the file that has it. */
const FAULTS: readonly (readonly [fault: string, file: string, content: string])[] = [
  ['nothing in it', 'hub.csv', ''],
  ['a header alone', 'hub.csv', `${FIELDS.join(',')}\n`],
  ['no emissions', 'hub.csv', 'likes,commits\n1,2\n'],
  ['no row with emissions', 'hub.csv', 'co2_eq_emissions,likes\n12 mg,2\n,3\n-1,4\n'],
  ['too few rows', 'hub.csv', 'co2_eq_emissions,likes,commits\n1,2,3\n2,3,5\n'],
  ['nothing that varies', 'hub.csv', 'co2_eq_emissions,likes\n1,2\n2,2\n3,2\n'],
  ['a ragged record', 'hub.csv', 'co2_eq_emissions,likes\n1,2\n2\n'],
  ['an open quote', 'hub.csv', 'co2_eq_emissions,likes\n"1,2\n'],
  ['text behind a quote', 'hub.csv', 'co2_eq_emissions,likes\n"1"x,2\n'],
  ['semicolons', 'hub.csv', 'co2_eq_emissions;likes\n1;2\n'],
  ['a column twice', 'hub.csv', 'likes,likes,co2_eq_emissions\n1,2,3\n'],
  ['bytes of a program', 'hub.csv', 'MZ\0\0\0'],
  ['a zip archive', 'hub.csv', 'PK\u0003\u0004…'],
  ['no Parquet', 'hub.parquet', 'likes'],
  ['JSON that is cut off', 'hub.json', '[{"likes": 1}, {"likes"'],
  ['a list of numbers', 'hub.json', '[1, 2]'],
  ['NaN', 'hub.jsonl', '{"likes": NaN}\n'],
  ['a record over several lines', 'hub.jsonl', '{\n"likes": 1\n}\n'],
];

test.each(FAULTS)('a refusal of %s', async (_, name, content) => {
  const end = await refit([fileWith(name, content)]).then(
    () => 'no refusal',
    (error: unknown) => explainFailure(error),
  );
  const known = new Set([
    ...NAMES,
    ...vocabulary(name, content, '--map --delimiter parquet hub.jsonl hub.json column'),
  ]);
  expect(wordsLeft(end, known)).toEqual([]);
  expect(end).toMatch(/^⟦/);
});

test.each(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO', 'EMFILE'])('the system says %s', (code) => {
  expectTranslated(explainFailure(Object.assign(new Error('no'), { code, path: '/x/hub.csv' })));
});

test('no memory', () => {
  expectTranslated(outOfMemory());
});
