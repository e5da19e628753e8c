import { describe, expect, test } from 'vitest';
import { physicalEstimate, type RunFacts } from '../../../../src/core/physical/estimate';

function estimate(run: RunFacts) {
  const result = physicalEstimate(run);
  if (result === undefined) throw new Error('No estimate.');
  return result;
}

describe('power × hours × intensity', () => {
  test('is ML CO2 Impact’s answer: 180 h of a TPU v3 at 481 g/kWh', () => {
    const { energyKWh, grams } = estimate({ hardware: 'TPU v3', hours: 180 });
    expect(energyKWh.typical).toBeCloseTo(0.283 * 180, 9);
    expect(grams.typical).toBeCloseTo(0.283 * 180 * 481, 6);
  });

  test('counts devices, but not twice in device hours', () => {
    const wall = estimate({ hardware: '8 x A100-SXM4', hours: 10 });
    const device = estimate({ hardware: '8 x A100-SXM4', hours: 80, deviceHours: true });
    expect(wall.energyKWh.typical).toBeCloseTo(32, 9);
    expect(device.energyKWh.typical).toBeCloseTo(32, 9);
  });

  test.each([
    [1, false, /^1 hour of T4 /],
    [1, true, /^1 device hour of T4 /],
    [1.5, false, /^1\.5 hours of T4 /],
    [2, true, /^2 device hours of T4 /],
  ])('says %d hours (of devices: %s) in words', (hours, deviceHours, words) => {
    expect(estimate({ hardware: 'T4', hours, deviceHours }).basis[0]).toMatch(words);
  });

  test('multiplies by the PUE', () => {
    const plain = estimate({ hardware: 'T4', hours: 10 });
    const cooled = estimate({ hardware: 'T4', hours: 10, pue: 1.5 });
    expect(cooled.energyKWh.typical / plain.energyKWh.typical).toBeCloseTo(1.5, 9);
  });

  test('takes measured energy for what it is', () => {
    const { energyKWh, grams, accelerators } = estimate({
      energyKWh: 15.5,
      place: 'Germany',
      hours: 36,
      hardware: 'A100',
    });
    expect(energyKWh).toEqual({ low: 15.5, typical: 15.5, high: 15.5 });
    expect(grams.typical).toBeCloseTo(15.5 * 381, 9);
    expect(accelerators).toEqual([]);
  });
});

test('the range holds what CodeCarbon measured in real runs', () => {
  // Hardware, hours, kWh and grams that authors of cards give together.
  const runs = [
    { hardware: 'NVIDIA A100-SXM4-40GB', hours: 36, place: 'Germany', kilowattHours: 15.5, grams: 5600 },
    { hardware: '8 NVIDIA A40', hours: 27, place: 'Germany', kilowattHours: 66, grams: 25_460 },
    { hardware: '1 x NVIDIA GeForce RTX 3090', hours: 3.163, kilowattHours: 0.506, grams: 196.7 },
  ];
  for (const { kilowattHours, grams, ...run } of runs) {
    const result = estimate(run);
    expect(result.energyKWh.low).toBeLessThan(kilowattHours);
    expect(result.energyKWh.high).toBeGreaterThan(kilowattHours);
    expect(result.grams.low).toBeLessThan(grams);
    expect(result.grams.high).toBeGreaterThan(grams);
    // A thousandth of it, kilograms read as grams, lies outside.
    expect(result.grams.low).toBeGreaterThan(grams / 1000);
  }
});

test('says what it rests on', () => {
  const { basis, sources } = estimate({
    hardware: '2 x V100-SXM2',
    hours: 5,
    place: 'Paris, France',
    pue: 1.2,
  });
  expect(basis).toEqual([
    '5 hours of 2 × V100 (300 W each), from 10 % of the rated power to all of it and the rest of the machine. Power usage effectiveness 1.2.',
    'Electricity of paris (France): 60 g/kWh, between 17 and 210.',
  ]);
  expect(sources.join('\n')).toContain('Lacoste et al. 2019');
  expect(estimate({ energyKWh: 1 }).basis).toEqual([
    '1 kWh as measured.',
    'The place is not known, so the whole world’s electricity: 481 g/kWh, between 2 and 1306.',
  ]);
});

test.each<RunFacts>([
  {},
  { hours: 5 },
  { hardware: 'A100' },
  { hardware: 'a GPU', hours: 5 },
  { hardware: 'A100', hours: 0 },
  { hardware: 'A100', hours: Number.NaN },
  { energyKWh: 0 },
  { energyKWh: Infinity },
])('%o is not enough', (run) => expect(physicalEstimate(run)).toBeUndefined());
