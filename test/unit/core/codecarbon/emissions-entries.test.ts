import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emissionsEntries, selectRuns } from '../../../../src/core/codecarbon/emissions-entries';
import type { EmissionsRun } from '../../../../src/core/codecarbon/emissions-run';
import { matchesGrams, matchesKilograms } from '../../../../src/core/codecarbon/match-runs';

const run = (kilograms: string, found: Partial<EmissionsRun> = {}): EmissionsRun => ({
  id: 'a',
  kilograms: new Big(kilograms),
  ...found,
});

/** Entries as they would be printed. */
function printed(...runs: EmissionsRun[]) {
  const { emissions, energy_consumed, ...entries } = emissionsEntries(runs);
  return {
    emissions: emissions.toFixed(),
    ...entries,
    ...(energy_consumed && { energy_consumed: energy_consumed.toFixed() }),
  };
}

describe('what a card says of a run', () => {
  test('grams, and all that CodeCarbon knows, in the units of the card', () => {
    const one = run('0.1547527851896159', {
      seconds: 5400,
      energy: new Big('0.91008'),
      country: 'Spain',
      region: 'catalonia',
      onCloud: false,
      cpuModel: 'AMD EPYC 7643',
      gpuCount: 1,
      gpuModel: '1 x NVIDIA A100-SXM4-40GB',
      ramTotalSize: 503.5,
    });
    expect(printed(one)).toEqual({
      emissions: '154.7527851896159',
      source: 'CodeCarbon',
      geographical_location: 'Catalonia, Spain',
      hardware_used: '1 x NVIDIA A100-SXM4-40GB',
      energy_consumed: '0.91008',
      hours_used: 1.5,
      on_cloud: false,
      cpu_model: 'AMD EPYC 7643',
      ram_total_size: 503.5,
    });
  });

  test('nothing that it does not know', () => {
    expect(printed(run('0.5'))).toEqual({ emissions: '500', source: 'CodeCarbon' });
  });

  test.each<[Partial<EmissionsRun>, string | undefined]>([
    [{ country: 'Germany', region: 'baden-wurttemberg' }, 'Baden-Wurttemberg, Germany'],
    [{ country: 'France', region: 'île-de-france' }, 'Île-De-France, France'],
    [{ country: 'Canada', region: 'Quebec' }, 'Quebec, Canada'],
    [{ country: 'Singapore' }, 'Singapore'],
    [{ cloudProvider: 'gcp', cloudRegion: 'us-central1' }, 'us-central1 (gcp)'],
    [{ cloudRegion: 'us-east-1' }, 'us-east-1'],
    [{ cloudProvider: 'aws' }, undefined],
  ])('the place of %j is %j', (found, location) => {
    expect(emissionsEntries([run('1', found)]).geographical_location).toBe(location);
  });

  test.each<[Partial<EmissionsRun>, string | undefined]>([
    [{ gpuModel: '4 x NVIDIA A100', gpuCount: 4 }, '4 x NVIDIA A100'],
    [{ gpuModel: 'NVIDIA A100', gpuCount: 2 }, '2 x NVIDIA A100'],
    [{ gpuModel: 'NVIDIA A100' }, 'NVIDIA A100'],
    [{ cpuModel: 'Apple M2' }, 'Apple M2'],
    [{}, undefined],
  ])('the hardware of %j is %j', (found, hardware) => {
    expect(emissionsEntries([run('1', found)]).hardware_used).toBe(hardware);
  });
});

describe('several runs together', () => {
  const first = run('0.1', {
    id: 'a',
    seconds: 3600,
    energy: new Big('0.1'),
    country: 'Spain',
    onCloud: false,
  });
  const second = run('0.2', {
    id: 'b',
    seconds: 1800,
    energy: new Big('0.2'),
    country: 'Spain',
    onCloud: false,
  });

  test('are added exactly: 0.1 kg and 0.2 kg are 300 g', () => {
    expect(printed(first, second)).toEqual({
      emissions: '300',
      source: 'CodeCarbon',
      geographical_location: 'Spain',
      energy_consumed: '0.3',
      hours_used: 1.5,
      on_cloud: false,
    });
  });

  test('in different places on different hardware name them all, and leave out what they do not share', () => {
    const elsewhere = run('0.3', { seconds: 1, country: 'Norway', onCloud: true, gpuModel: '1 x NVIDIA T4' });
    expect(printed({ ...first, gpuModel: '1 x NVIDIA V100' }, elsewhere)).toEqual({
      emissions: '400',
      source: 'CodeCarbon',
      geographical_location: 'Spain; Norway',
      hardware_used: '1 x NVIDIA V100; 1 x NVIDIA T4',
      hours_used: 1,
    });
  });

  test('of which one knows no duration have no known duration', () => {
    expect(printed(first, run('0.2', { country: 'Spain' }))).not.toHaveProperty('hours_used');
  });

  test('can be taken all, the newest, or one by its id', () => {
    const runs = [first, second];
    expect(selectRuns(runs, 'sum')).toEqual(runs);
    expect(selectRuns(runs, 'last')).toEqual([second]);
    expect(selectRuns(runs, { id: 'a' })).toEqual([first]);
    expect(selectRuns(runs, { id: 'z' })).toEqual([]);
  });
});

describe('a number of the card that is a number of the file', () => {
  const runs = [run('0.1547527851896159', { id: 'a' }), run('1.71', { id: 'b' })];
  const matched = (declared: string) => {
    const match = matchesKilograms(declared, runs);
    return match && [match.of === 'sum' ? 'sum' : match.of.id, match.digits];
  };

  test.each<[what: string, declared: string, match: [string, number] | undefined]>([
    ['the very number', '0.1547527851896159', ['a', 16]],
    ['rounded', '0.154753', ['a', 6]],
    ['cut off', '0.154752', ['a', 6]],
    ['with few digits', '0.15', ['a', 2]],
    ['with one digit, which may be chance', '0.2', undefined],
    ['another run', '1.71', ['b', 3]],
    ['the sum of all', '1.8648', ['sum', 5]],
    ['an exponent', '1.547527851896159e-1', ['a', 16]],
    ['a number of grams', '154.7527', undefined],
    ['nothing', '0', undefined],
    ['no number', '0.15 kg', undefined],
  ])('%s: %s', (_what, declared, match) => {
    expect(matched(declared)).toEqual(match);
  });

  test('in grams is a card that is right', () => {
    expect(matchesGrams('154.75', runs)?.of).toBe(runs[0]);
    expect(matchesGrams('1710', runs)?.of).toBe(runs[1]);
    expect(matchesGrams('155', runs)?.of).toBe(runs[0]);
    expect(matchesGrams('1.71', runs)).toBeUndefined();
  });

  test('one run is no sum', () => {
    expect(matchesKilograms(new Big('0.5'), [run('0.5')])?.of).toMatchObject({ id: 'a' });
  });

  test('any rounding to at least two digits is recognised, and a thousandfold never', () => {
    const digits = fc.integer({ min: 2, max: 10 });
    const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => new Big(n).div(100_003));
    fc.assert(
      fc.property(amount, digits, (kilograms, precision) => {
        const rounded = kilograms.prec(precision);
        fc.pre(rounded.c.length >= 2);
        const only = [run(kilograms.toFixed())];
        expect(matchesKilograms(rounded, only)).toBeDefined();
        expect(matchesKilograms(rounded.times(1000), only)).toBeUndefined();
      }),
    );
  });
});
