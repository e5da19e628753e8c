// Files of CodeCarbon that someone wrote to hang, end or mislead what reads them: each with what its user sees.
import { describe, expect, test } from 'vitest';
import { EmissionsFileError } from '../../src/core/codecarbon/emissions-run';
import { parseEmissionsCsv } from '../../src/core/codecarbon/parse-emissions-csv';
import { AT_ONCE, type Hostile, timed } from './hostile-file';

const HEADER = 'emissions,run_id,duration';
const csv = (...lines: readonly string[]): string => [HEADER, ...lines, ''].join('\n');
const encoded = (text: string, encoding: BufferEncoding): string =>
  new TextDecoder().decode(Buffer.from(text, encoding));

/** What the user sees: how many runs there are and what was left out, or why there is none. */
function seen(text: string): string {
  try {
    const { notes, runs } = parseEmissionsCsv(text);
    const kilograms = runs.map((run) => `${run.kilograms.toString()} kg`);
    return [runs.length > 3 ? `${runs.length} runs` : kilograms.join(', '), ...notes].join('. ');
  } catch (error) {
    if (error instanceof EmissionsFileError) return error.message;
    throw error;
  }
}

const NO_TEXT = 'The file is not text in UTF-8: it holds NUL characters. Save it as CSV in UTF-8.';
const NO_COLUMN =
  'Its first line names no column "emissions", so this is no report of CodeCarbon, or its header is gone.';
const TOO_LARGE = 'The file has more than 10 MB; a report of CodeCarbon has some kilobytes.';
const TOO_MANY = 'The file has more than 100,000 rows; a report of CodeCarbon has some thousands.';
const openQuote = (line: number): string =>
  `In line ${line} a quotation mark opens and never closes, so the rows after it cannot be read. Close it, or remove the line.`;
const noAmount = (written: string): string =>
  `The file holds no run: Row 1 was left out: its emissions are "${written}", which is no amount in kilograms.`;

const EMISSIONS: readonly Hostile<string>[] = [
  ['nothing', () => '', 'The file is empty.'],
  ['blank lines', () => '\r\n\r\n', 'The file is empty.'],
  ['a NUL in a name', () => csv('1,a\0,2'), NO_TEXT],
  ['9 MB of NUL', () => '\0'.repeat(9_000_000), NO_TEXT, 500],
  ['UTF-16 with a byte order mark', () => encoded(`\uFEFF${csv('1,a,2')}`, 'utf16le'), NO_TEXT],
  ['UTF-16 without one', () => encoded(csv('1,a,2'), 'utf16le'), NO_TEXT],
  ['rows without a header', () => '0.5,a,12\n0.6,b,13\n', NO_COLUMN],
  ['the page of an error', () => '<!doctype html>\n<title>Not found</title>\n', NO_COLUMN],
  ['a line of 10 MB', () => csv(`1,${'x'.repeat(9_990_000)},2`), '1 kg', 1000],
  ['a line of more than 10 MB', () => csv(`1,${'x'.repeat(10_000_000)},2`), TOO_LARGE],
  ['10 MB without a comma', () => 'x'.repeat(10_000_000), NO_COLUMN, 1000],
  [
    'a million columns',
    () => `${HEADER}${',x'.repeat(1_000_000)}\n1\n`,
    'The file has 1,000,003 columns; CodeCarbon writes some dozens.',
    3000,
  ],
  [
    'five million doubled quotes',
    () => csv(`"${'""'.repeat(4_900_000)}",a,2`),
    noAmount(`${'"'.repeat(39)}…`),
    5000,
  ],
  ['a quote that is never closed', () => csv('1,a,2', '2,"b,3', '3,c,4'), openQuote(3)],
  ['one in the last column, which would swallow rows', () => csv('1,a,"2', '2,b,3'), openQuote(2)],
  ['one in the header', () => `"${csv('1,a,2')}`, openQuote(1)],
  ['one before 9 MB', () => csv(`1,"${'x'.repeat(9_900_000)}`), openQuote(2), 1000],
  ['a quote within a word', () => csv('1,5" disk,2', '2,b,3'), '1 kg, 2 kg'],
  ['emissions of 1e308', () => csv('1e308,a,2'), noAmount('1e308')],
  ['emissions of 1e99, more than there is of anything', () => csv('1e99,a,2'), noAmount('1e99')],
  [
    'emissions of 9 million digits',
    () => csv(`${'1'.repeat(9_000_000)},a,2`),
    noAmount(`${'1'.repeat(39)}…`),
    1000,
  ],
  ['emissions of NaN', () => csv('NaN,a,2'), noAmount('NaN')],
  ['emissions of Infinity', () => csv('Infinity,a,2'), noAmount('Infinity')],
  ['emissions below zero', () => csv('-5,a,2'), noAmount('-5')],
  ['emissions in hexadecimal', () => csv('0x10,a,2'), noAmount('0x10')],
  ['emissions that are a formula', () => csv('=1+1,a,2'), noAmount('=1+1')],
  ['emissions that command a terminal', () => csv('\u001b[31m9,a,2'), noAmount(' [31m9')],
  ['a run that is a formula', () => csv(`1,"=HYPERLINK(""http://x"")",2`), '1 kg'],
  [
    'one row that is too short among good ones',
    () => csv('1,a,2', '5', '2,b,3'),
    '1 kg, 2 kg. Row 2 was left out: it has 1 value, and the header names 3 columns.',
  ],
  ['a million short rows', () => csv('1\n'.repeat(1_000_000)), TOO_MANY, 2000],
  ['nine million blank lines', () => csv('\n'.repeat(9_000_000)), TOO_MANY, 2000],
  [
    '90,000 runs of numbers without end',
    () =>
      csv(
        Array.from(
          { length: 90_000 },
          (_, at) => `${at % 2 === 0 ? '1e14' : `0.${'9'.repeat(40)}`},r${at},1`,
        ).join('\n'),
      ),
    '90000 runs',
    6000,
  ],
  [
    'two columns of emissions',
    () => 'emissions,run_id,Emissions\n1,a,2\n',
    'The file has more than one column "emissions". Remove those that do not count.',
  ],
  [
    'two columns of energy',
    () => 'emissions,energy_consumed,energy_consumed\n1,5,2\n',
    'The file has more than one column "energy_consumed". Remove those that do not count.',
  ],
  [
    'columns called __proto__ and constructor',
    () => 'emissions,__proto__,constructor,run_id\n1,2,3,__proto__\n',
    '1 kg',
  ],
];

describe('each hostile emissions.csv: what its user sees, and in time', () => {
  test.for(EMISSIONS)('%s', async ([, content, sees, most = AT_ONCE]) => {
    const text = content();
    const { result, time } = await timed(most, () => seen(text));
    expect(result).toBe(sees);
    expect(time).toBeLessThan(most);
  });
});
