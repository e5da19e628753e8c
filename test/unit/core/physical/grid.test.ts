import { describe, expect, test } from 'vitest';
import { gridIntensity } from '../../../../src/core/physical/grid';

describe('places', () => {
  test.each([
    ['Singapore', 'Singapore', 471],
    ['Germany', 'Germany', 381],
    ['United States of America', 'United States', 369],
    ['USA', 'United States', 369],
    ['U.S.', 'United States', 369],
    ['Barcelona, Catalonia', 'Spain', 174],
    ['catalonia, Spain', 'Spain', 174],
    ['Paris, France', 'paris (France)', 60],
    ['Quebec, Canada', 'quebec (Canada)', 8],
    ['Québec', 'quebec (Canada)', 8],
    ['us-central1', 'uscentral1 (United States)', 493],
    ['GCP us-central1 (Iowa)', 'uscentral1 (United States)', 493],
    ['East US 2', 'eastus2 (United States)', 368],
    ['eastus2', 'eastus2 (United States)', 368],
    ['Georgia', 'Georgia', 168],
    ['Atlanta, Georgia, USA', 'United States', 369],
    ['Europe', 'Europe', 228],
    ['Denmark (Danish grid)', 'Denmark', 152],
    ['DEU', 'Germany', 381],
  ])('%s', (place, matched, typical) => {
    const intensity = gridIntensity(place);
    expect(intensity).toMatchObject({ matched, known: true });
    expect(Math.round(intensity.typical)).toBe(typical);
    expect(intensity.low).toBeLessThan(intensity.typical);
    expect(intensity.high).toBeGreaterThan(intensity.typical);
  });

  test('a region of a cloud may cross borders', () => {
    expect(gridIntensity('US-West')).toMatchObject({ matched: 'uswest (United States)' });
    expect(gridIntensity('eu-west').high).toBeGreaterThan(gridIntensity('eu-west-3').high);
  });

  test('a country takes in its cleanest region', () => {
    expect(gridIntensity('Canada').low).toBeLessThanOrEqual(2);
  });
});

test.each([undefined, '', 'NA', 'unknown', 'trained by us', 'Colab', 'x'.repeat(1000)])(
  '%s is anywhere in the world',
  (place) =>
    expect(gridIntensity(place)).toEqual({
      low: 2,
      typical: 481,
      high: 1306,
      matched: 'the world',
      known: false,
    }),
);
