import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { check } from 'recheck';
import { BOUNDED } from './bounded-expressions';
import { buildingPlaces, recordBuilt } from './built-expressions';
import { type FoundExpression, literalsOf, sourceFiles } from './regular-expressions';

/** The build in JavaScript: no Java and no binary. Its types are those of the package. */
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as {
  checkSync: (source: string, flags: string, options: object) => Awaited<ReturnType<typeof check>>;
};

const FOLDERS = ['core', 'node', 'cli', 'vscode', 'web', 'webview'];
/** Characters of a line that is given to what has no other bound. */
const LONG = 100_000;
/** Processor time for such a line; what grows with the square of its length takes minutes. */
const MOST_TIME = 1500;

/** A card that speaks of everything that is looked for by expressions built at run time. */
const CARD =
  '---\nco2_eq_emissions:\n  emissions: 1.5 kg\n  hardware_used: 8 x A100\n---\n## Environmental impact\n\nWe used 8 A100 80GB GPUs for 20 hours in Paris, 35 kWh, 7B parameters, 1.5 kg CO2eq, 20 min at 300 W.\n';

const built = await recordBuilt(async () => {
  await import('../../src/core/refit/emissions-text');
  const core = await import('../../src/core/index');
  const card = core.readCard(CARD);
  const { judgement } = core.checkCard(card);
  core.emissionsHover(card, judgement, core.predictCard(core.paperModel, { card }).prediction);
});

test('every place that builds an expression has built one here', () => {
  const unseen = buildingPlaces(FOLDERS).filter(
    ({ line, where }) => !built.some((one) => one.where === where && one.line === line),
  );
  expect(unseen).toEqual([]);
});

const expressions = [...built, ...sourceFiles(FOLDERS).flatMap(literalsOf)];
const boundOf = ({ source, where }: FoundExpression) =>
  BOUNDED.find((known) => known.where === where && source.startsWith(known.begins));

/** Milliseconds of processor time to look through a line. */
function timeFor({ flags, source }: FoundExpression, line: string): number {
  const expression = new RegExp(source, flags);
  const start = process.cpuUsage();
  expression.test(line);
  const { system, user } = process.cpuUsage(start);
  return (system + user) / 1000;
}

/** Long lines of what the expression looks for: its words, and signs of every class. */
function linesFor({ source }: FoundExpression): string[] {
  const words = new Set(source.match(/[A-Za-z]{3,}/g)?.slice(0, 40));
  return [...words, ...Array.from('a0 \t-_./"\n(*'), 'a ', '0 ', '0,', 'a-', 'a.'].map((part) =>
    repeated(part, LONG),
  );
}

function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

function isQuick(expression: FoundExpression): boolean {
  const { flags, source } = expression;
  const { status } = checkSync(source, flags, { timeout: 10_000, randomSeed: 1 });
  // What is too long to be proven in time has to keep up with long lines.
  return status === 'unknown'
    ? linesFor(expression).every((line) => timeFor(expression, line) < MOST_TIME)
    : status === 'safe';
}

describe('regular expressions take time in proportion to the text', () => {
  const unbounded = expressions.filter((expression) => boundOf(expression) === undefined);
  test.each([...new Set(unbounded.map(({ where }) => where))])('%s', (file) => {
    const slow = unbounded.filter((expression) => expression.where === file && !isQuick(expression));
    expect(slow.map(({ flags, source }) => `/${source}/${flags}`)).toEqual([]);
  });
});

describe('or are given no more than they can bear', () => {
  test.each(BOUNDED)('$where /$begins…: $why', ({ attacks, begins, bound, where }) => {
    const found = expressions.filter((one) => one.where === where && one.source.startsWith(begins));
    expect(found, 'the one expression that is meant').toHaveLength(1);
    for (const expression of found) {
      for (const attack of attacks) {
        const line = repeated(attack, bound === 'any' ? LONG : bound);
        for (const text of [line, `${line}\0`, `\0${line}\n`]) {
          expect(timeFor(expression, text), JSON.stringify(attack)).toBeLessThan(MOST_TIME);
        }
      }
    }
  });
});
