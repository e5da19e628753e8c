import { describe, expect, test } from 'vitest';
import { drawCookPlot } from '../../../../src/core/refit/plots/cook-plot';
import { drawInflationPlot } from '../../../../src/core/refit/plots/inflation-plot';
import { drawQuantilePlot } from '../../../../src/core/refit/plots/quantile-plot';
import {
  gramsLabel,
  gramTicks,
  linearScale,
  plainNumber,
  roundTicks,
} from '../../../../src/core/refit/plots/scale';
import { element, escapeText } from '../../../../src/core/refit/plots/svg';
import { MOST_POINTS, thin } from '../../../../src/core/refit/plots/thinning';

const labels = (ticks: readonly { label: string }[]): string[] => ticks.map(({ label }) => label);

describe('axes', () => {
  test.each([
    [
      [0, 10],
      ['0', '2', '4', '6', '8', '10'],
    ],
    [
      [-3.3, 3.3],
      ['−2', '0', '2'],
    ],
    [
      [0.001, 0.0062],
      ['0.002', '0.004', '0.006'],
    ],
    [
      [0, 2.2e7],
      ['0', '5e6', '1e7', '1.5e7', '2e7'],
    ],
    [[4, 4], ['4']],
  ] as const)('%j is marked at round numbers', (domain, expected) => {
    expect(labels(roundTicks(domain))).toEqual(expected);
  });

  test('grams are marked in the units that people say', () => {
    expect(labels(gramTicks([Math.log(0.5), Math.log(2e6)]))).toEqual([
      '1 g',
      '10 g',
      '100 g',
      '1 kg',
      '10 kg',
      '100 kg',
      '1 t',
    ]);
    expect([-3, -6, 9, -20].map(gramsLabel)).toEqual(['1 mg', '1 µg', '1,000 t', '1e-20 g']);
    expect(gramTicks([-60, 60]).length).toBeLessThanOrEqual(7);
  });

  test('a scale maps its ends to its ends, also upside down and when they are one', () => {
    const scale = linearScale([1, 3], [100, 0]);
    expect([scale(1), scale(2), scale(3)]).toEqual([100, 50, 0]);
    expect(linearScale([5, 5], [0, 100])(5)).toBe(0);
  });

  test.each([
    [0, '0'],
    [-0.0025, '−0.0025'],
    [1234.5, '1,234.5'],
    [2.5e-7, '2.5e−7'],
  ])('%d is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });
});

test('text cannot become markup', () => {
  expect(escapeText('<b a="1">&</b>')).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&lt;/b&gt;');
  expect(element('a', { title: '"><script>' })).toBe('<a title="&quot;&gt;&lt;script&gt;"></a>');
});

describe('thinning', () => {
  test('keeps everything of few points, and a known share of many with all that are needed', () => {
    expect(thin(100).places).toHaveLength(100);
    const many = thin(1_000_000, (place) => place > 999_990);
    expect(many.places.length).toBeLessThanOrEqual(MOST_POINTS + 10);
    expect(many.places).toContain(999_999);
  });

  test('bounds the needed points as well: in a million rows, fifty thousand are influential', () => {
    const { places } = thin(1_000_000, (place) => place % 20 === 7);
    expect(places.length).toBeLessThanOrEqual(2 * MOST_POINTS);
    expect(places.filter((place) => place % 20 === 7).length).toBeGreaterThan(0.9 * MOST_POINTS);
  });

  test('is said below the plot', () => {
    const n = 40_000;
    const ordered = Array.from({ length: n }, (_, at) => at / n);
    const { caption, svg } = drawQuantilePlot('t', 'g', {
      theoretical: ordered,
      ordered,
      slope: 1,
      intercept: 0,
      r: 1,
    });
    expect(caption).toMatch(/Drawn are 2,\d{3} of 40,000 points\./);
    expect(svg.length).toBeLessThan(300_000);
  });
});

describe("the plot of Cook's distances", () => {
  const influence = {
    rows: [0, 1, 2, 3],
    threshold: 1,
    cooksDistance: Float64Array.of(0.5, 3, 1e-9, 1.5),
    leverage: new Float64Array(4),
    residStudentized: new Float64Array(4),
  };

  test('marks the rows above the line, and leaves out those that sway nothing', () => {
    const { svg, caption } = drawCookPlot('First round', influence, 4);
    expect(svg.match(/class="over"/g)).toHaveLength(2);
    expect(svg.match(/class="dot"/g)).toHaveLength(1);
    expect(svg).toContain('>4/n<');
    expect(caption).toContain('2 of 4 rows exceed 4/n = 1.00.');
  });

  test('can be drawn where nothing has any influence', () => {
    expect(drawCookPlot('t', { ...influence, cooksDistance: new Float64Array(4) }, 4).svg).not.toContain(
      'NaN',
    );
  });
});

describe('the plot of inflation factors', () => {
  test('shows each column before and after, and the one that was removed', () => {
    const plot = drawInflationPlot(
      [
        { vif: { const: 300, a: 6.5, b: 6.6 }, removed: 'b' },
        { vif: { const: 200, a: 1.2 }, removed: null },
      ],
      5,
    );
    expect(plot?.caption).toContain('Removed for exceeding 5: b.');
    expect(plot?.svg).toContain('6.50 → 1.20');
    expect(plot?.svg).toContain('6.60, removed');
    expect(plot?.svg).not.toContain('const');
  });

  test('an infinite factor is drawn as a long bar', () => {
    const plot = drawInflationPlot([{ vif: { const: 1, a: Infinity, b: 1 }, removed: null }], 5);
    expect(plot?.svg).not.toMatch(/NaN|Infinity"/);
  });

  test('there is none where no factors were looked at', () => {
    expect(drawInflationPlot([], 5)).toBeNull();
  });
});
