import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { check } from 'recheck';
import { BOUNDED } from './bounded-expressions';
import { attackLines } from './attack-lines';
import { buildingPlaces, recordBuilt } from './built-expressions';
import { firstSlow, growingFaster } from './growth';
import { type FoundExpression, literalsOf, sourceFiles } from './regular-expressions';

/** The build in JavaScript: no Java and no binary. Its types are those of the package. */
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as {
  checkSync: (source: string, flags: string, options: object) => Awaited<ReturnType<typeof check>>;
};

const FOLDERS = ['core', 'node', 'cli', 'vscode', 'web', 'webview'];

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
const isBounded = ({ source, where }: FoundExpression) =>
  BOUNDED.some((known) => known.where === where && source.startsWith(known.begins));

/** What is wrong with an expression; undefined where nothing is. */
function problemOf(expression: FoundExpression): string | undefined {
  const { flags, source } = expression;
  const checked = checkSync(source, flags, { timeout: 5000, randomSeed: 1 });
  const isVulnerable = checked.status === 'vulnerable';
  // Such a line would never end.
  if (isVulnerable && checked.complexity.type === 'exponential') return `endless: ${checked.attack.pattern}`;
  // The checker counts steps, and knows neither that the flag `y` tries one place alone nor how little a counted
  // repetition repeats. So its attacks are tried as well, and so is everything that it calls safe or cannot decide.
  const slow = growingFaster(expression, isVulnerable ? [checked.attack] : []);
  return slow && `slow: ${JSON.stringify(slow)}`;
}

describe('regular expressions take time in proportion to the text', () => {
  const unbounded = expressions.filter((expression) => !isBounded(expression));
  test.each([...new Set(unbounded.map(({ where }) => where))])('%s', { timeout: 300_000 }, (file) => {
    const problems = unbounded
      .filter(({ where }) => where === file)
      .map((expression) => ({ source: expression.source, problem: problemOf(expression) }));
    expect(problems.filter(({ problem }) => problem !== undefined)).toEqual([]);
  });
});

describe('or their callers do', () => {
  test.each(BOUNDED)('$where /$begins…', { timeout: 300_000 }, async ({ begins, caller, start, where }) => {
    const found = expressions.filter((one) => one.where === where && one.source.startsWith(begins));
    expect(found, 'the one expression that is meant').toHaveLength(1);
    const call = await caller();
    for (const { flags, source } of found) {
      const attacks = attackLines(source, flags).map(({ pumps, suffix }) => ({
        pumps: pumps.map(({ prefix, pump }) => ({ prefix: start + prefix, pump })),
        suffix,
      }));
      expect(firstSlow(attacks, call)).toBeUndefined();
    }
  });
});

describe('attacks from an expression’s own alphabet', () => {
  test.each([
    ['blanks at the end', '\\s+$'],
    ['two ways for one character', '(?:a|b)+c'],
    ['a bracket that never closes', '<[^>]*>'],
    ['a label that never closes', '\\[([^\\]]*)\\]\\('],
    ['overlapping neighbours', '^a*a*$'],
    ['neighbours that may be nothing', 'x*y*x*z'],
    ['words that are looked for again and again', '.*foo.*bar'],
    ['a group of repetitions', '(?:a+,)+$'],
    ['digits before a sign', '(\\d+)\\s*%'],
  ])('find what is slow: %s', (_what, source) => {
    expect(growingFaster({ source, flags: '' })).toBeDefined();
  });

  test.each([
    ['each character begun once', '(?<!\\s)\\s+$'],
    ['a string up to the next quotation mark', '"[^"]*"x'],
    ['counted', '\\d{1,20}(?:px|em)$'],
  ])('and nothing else: %s', (_what, source) => {
    expect(growingFaster({ source, flags: '' })).toBeUndefined();
  });
});
