import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatements } from '../../src/core/card/statements/find-statements';
import { accelerators } from '../../src/core/physical/accelerators';
import { gridIntensity } from '../../src/core/physical/grid';

const SNIPPETS =
  'co2|CO₂|carbon|emissions|kg| |1.2|1,5|- |**|: |\n|\n\n|| |\n|---|---|\n|# |## Environmental |```|~~~|<!--|-->|(|)|kWh|hours|per |/|training |A100|8 x |GPU|=|>|`|_|\r\n|é|inference|PUE 1.1|Paris'
    .split('|')
    .concat('|');
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

test('no text makes a reader throw, and every statement lies within it, in order', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      let last = 0;
      for (const { range, certainty } of findStatements(text, 0)) {
        expect(range.start).toBeGreaterThanOrEqual(last);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(certainty).toBeGreaterThan(0);
        expect(certainty).toBeLessThanOrEqual(1);
        last = range.start;
      }
    }),
    { numRuns: 5000 },
  );
});

const CARD = `## Environmental Impact

- **Hardware:** 2 x RTX 3090
- **Carbon Emitted:** 1.2 kg CO2eq

| Epoch | CO2 (g) |
|---|---|
| 1 | 600 |

The total emissions were 1.2 kg.
`;
const quotes = (text: string, start = 0): string[] => findStatements(text, start).map(({ quote }) => quote);
const filler = fc
  .array(
    fc.constantFrom(
      'Some words.\n\n',
      '# Title\n\n',
      '- a list\n\n',
      '```js\nlet x = 5;\n```\n\n',
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
    ),
  )
  .map((parts) => parts.join(''));

test('what stands around changes nothing', () => {
  fc.assert(
    fc.property(filler, filler, (before, after) => {
      expect(quotes(`${before}${CARD}\n# Next\n\n${after}`)).toEqual(quotes(CARD));
    }),
  );
});

test('line ends change nothing', () => {
  expect(quotes(CARD.replaceAll('\n', '\r\n'))).toEqual(quotes(CARD));
});

test('amounts are found in any of the usual words around them', () => {
  const number = fc.integer({ min: 1, max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2));
  const unit = fc.constantFrom('kg', 'Kg', 'g', 'grams', 'kilograms', 'tonnes', 'lbs');
  const gas = fc.constantFrom(
    'CO2',
    'CO₂',
    'CO2eq',
    'CO2-eq',
    'CO₂e',
    'CO<sub>2</sub>',
    'CO$_2$eq',
    'of CO2 equivalent',
  );
  const frame = fc.constantFrom<(amount: string) => string>(
    (amount) => `- **Carbon Emitted:** ${amount}`,
    (amount) => `We emitted ${amount} in total.`,
    (amount) => `| Emissions | ${amount} |`,
    (amount) => `The footprint (\`${amount}\`) is small.`,
    (amount) => `Training\ntook ${amount}\nof the budget`,
  );
  fc.assert(
    fc.property(number, unit, gas, frame, (digits, word, co2, write) => {
      const amounts = findStatements(write(`${digits} ${word} ${co2}`), 0).flatMap((statement) =>
        statement.kind === 'emissions' ? [statement.quantity.amount.toFixed(2)] : [],
      );
      expect(amounts).toEqual([digits]);
    }),
  );
});

describe('hostile text of a megabyte is read in a moment', () => {
  const MEGABYTE = 1_000_000;
  test.each([
    ['CO2 without end', 'co2 '],
    ['amounts without end', 'co2 1 kg '],
    ['digits', '1'],
    ['groups', '1,1,'],
    ['ranges', '1-'],
    ['headings', '# co2\n'],
    ['fences', '```\nco2 1 kg\n'],
    ['comments', '<!-- co2 '],
    ['stars', '*'],
    ['underscores', '_'],
    ['pipes', '| co2 '],
    ['list', '- co2: 1 kg\n'],
    ['quotes', '> '],
    ['paragraphs', 'carbon\n\n'],
    ['blanks', ' '],
    ['brackets', '1(A '],
    ['hardware', 'hardware: A100 8 x '],
  ])('%s', (_name, part) => {
    const text = `co2 hardware ${part.repeat(MEGABYTE / part.length)} carbon`;
    const start = process.cpuUsage();
    findStatements(text, 0);
    // Milliseconds of processor time; quadratic reading takes minutes.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
  });
});

test('no text makes the physical tables throw', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      for (const { count, watts } of accelerators(text)) {
        expect(count).toBeGreaterThanOrEqual(1);
        expect(watts.low).toBeLessThanOrEqual(watts.high);
      }
      const { low, typical, high } = gridIntensity(text);
      expect(low).toBeLessThanOrEqual(typical);
      expect(typical).toBeLessThanOrEqual(high);
    }),
    { numRuns: 2000 },
  );
});
