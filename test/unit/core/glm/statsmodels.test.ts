import { describe, expect, test } from 'vitest';

import type { DesignMatrix } from '../../../../src/core/glm/design-matrix';
import type { Family } from '../../../../src/core/glm/family';
import { type GlmFit, fitGlm } from '../../../../src/core/glm/fit';
import type { Link } from '../../../../src/core/glm/link';
import { fixed, general } from '../../../../src/core/glm/printf';
import { summary } from '../../../../src/core/glm/summary';
import statsmodels from './fixtures/statsmodels.json';

// Made by test/reference/glm_summaries.py.
const cases = Object.entries(statsmodels.cases).map(
  ([name, { family, link, design, response, ...expected }]) => ({
    name,
    options: { family: family as Family, link: link as Link },
    design: designOf(design),
    response: Float64Array.from(response),
    ...expected,
  }),
);

function designOf(columns: Record<string, number[]>): DesignMatrix {
  const values = Float64Array.from(Object.values(columns).flat());
  return { columns: Object.keys(columns), rows: values.length / Object.keys(columns).length, values };
}

/** Every number of a fit, in the order of its keys. */
function figures(fit: GlmFit): number[] {
  return Object.entries(fit).flatMap(([key, value]) =>
    key === 'columns' ? [] : [value as number | number[] | number[][]].flat(2),
  );
}

describe.each(cases)('$name', ({ options, design, response, fit: expected, summary: text }) => {
  test('every figure of the fit equals statsmodels’', () => {
    const fit = fitGlm(design, response, options);
    expect(Object.keys(fit).sort()).toEqual(Object.keys(expected).sort());
    expect(fit.columns).toEqual(expected.columns);
    expect(fit.iterations).toBe(expected.iterations);
    // Iterated fits stop where the deviance has settled to 1e-8, so they agree to about as much.
    const tolerance = options.link === 'identity' ? 1e-9 : 1e-6;
    figures(fit).forEach((value, k) => {
      const wanted = figures(expected)[k] ?? NaN;
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted) + 1e-12);
    });
  });

  test('the summary is the same to the character', () => {
    const fit = fitGlm(design, response, { ...options, certified: true });
    expect(summary(fit, { ...options, date: new Date(2025, 2, 7, 9, 5, 3) })).toBe(text);
  });
});

describe('numbers print as Python prints them', () => {
  const printers: Record<string, (value: number) => string> = {
    '%.3f': (value) => fixed(value, 3),
    '%.4f': (value) => fixed(value, 4),
    '%.3g': (value) => general(value, 3),
    '%.4g': (value) => general(value, 4),
    '%#.5g': (value) => general(value, 5, true),
    '%#.3g': (value) => general(value, 3, true),
    '%#.4g': (value) => general(value, 4, true),
  };

  test.each(statsmodels.numbers)('$value', ({ value, printed }) => {
    const number = Number(value.replace('inf', 'Infinity'));
    expect(
      Object.fromEntries(Object.entries(printers).map(([format, print]) => [format, print(number)])),
    ).toEqual(printed);
  });
});
