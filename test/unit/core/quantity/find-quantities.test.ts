import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../../../src/core/quantity/quantity';
import type { Dimension } from '../../../../src/core/quantity/unit';

function found(text: string, dimension: Dimension): string[] {
  return findQuantities(text, dimension).map(({ range }) => text.slice(range.start, range.end));
}

describe('quantities in prose', () => {
  test.each<[Dimension, string, string[]]>([
    ['mass', 'Fine-tuning emitted 0.8 KgCO2 (V100 16GB, 36 hours).', ['0.8 KgCO2']],
    ['mass', 'gpt2 500 kg, CO2 500 g', ['500 kg', '500 g']],
    ['mass', 'between 1 and 2 kg of CO2', ['1 and 2 kg of CO2']],
    ['mass', '`0.001917 kg CO2eq`', ['0.001917 kg CO2eq']],
    ['mass', 'it took 5 G and 3 T tokens', []],
    ['energy', '1.2 kWh, 0.3 Wh, 12kW·h and 5 MJ', ['1.2 kWh', '0.3 Wh', '12kW·h', '5 MJ']],
    ['energy', 'per inference 3 mWh', []],
    ['time', '~ 36 hours, 9.5h, 17029 s', ['36 hours', '9.5h', '17029 s']],
    ['time', '3.3M GPU hours and 6,400 A100-hours', ['3.3M GPU hours', '6,400 A100-hours']],
    ['power', 'a TDP of 300W or 350-400W', ['300W', '350-400W']],
  ])('%s: %s', (dimension, text, expected) => expect(found(text, dimension)).toEqual(expected));

  test('a multiplier counts', () => {
    expect(findQuantities('3.3M GPU hours', 'time')[0]?.amount.toNumber()).toBe(3_300_000);
  });
});

describe('hostile text', () => {
  test.each([
    ['digits', '1'],
    ['commas', '1,1,'],
    ['spaced groups', '1 111 '],
    ['only groups', ' 111'],
    ['ranges', '1-'],
    ['CO2', 'co2 '],
    ['openers', '1 ((((( '],
  ])('%s: four times the text costs about four times as much', (_name, unit) => {
    const cost = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      const runs = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        findQuantities(text, 'mass');
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...runs);
    };
    // A quadratic reader would need sixteen times as long.
    expect(cost(160_000)).toBeLessThan(50 + 10 * cost(40_000));
  });
});
