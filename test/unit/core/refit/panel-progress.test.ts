import { describe, expect, test } from 'vitest';
import { progressPercent, progressWords } from '../../../../src/core/refit/panel-progress';
import type { RefitProgress } from '../../../../src/core/refit/progress';

const START: RefitProgress = {
  phase: 'reading',
  bytesRead: 0,
  bytesTotal: 138_000_000,
  rowsKept: 0,
  round: 0,
};

describe('what a progress notification says', () => {
  test.each<[Partial<RefitProgress>, string]>([
    [{ bytesRead: 45_200_000, rowsKept: 120_345 }, 'Reading 45 of 138 MB, 120,345 rows kept'],
    [{ bytesRead: 512, bytesTotal: 900 }, 'Reading 512 of 900 bytes, 0 rows kept'],
    [{ bytesRead: 1.26e9, bytesTotal: 2e9 }, 'Reading 1.3 of 2 GB, 0 rows kept'],
    [{ rowsKept: 1 }, 'Reading 0 of 138 MB, 1 row kept'],
    [{ phase: 'cleaning', rowsKept: 5 }, 'Cleaning, 5 rows kept'],
    [{ phase: 'cleaning', rowsKept: 1 }, 'Cleaning, 1 row kept'],
    [{ phase: 'fitting', rowsKept: 5 }, 'Fitting 5 rows kept'],
    [{ phase: 'fitting', round: 3 }, 'Removing influential rows, round 3'],
    [{ phase: 'validating', round: 1 }, 'Cross-validating, after 1 round of removal'],
    [{ phase: 'reporting' }, 'Drawing the report'],
  ])('%o', (step, words) => {
    expect(progressWords({ ...START, ...step })).toBe(words);
  });
});

test('the bar never goes back, and never reaches its end before the end', () => {
  const steps: Partial<RefitProgress>[] = [
    {},
    { bytesRead: 69_000_000 },
    { bytesRead: 138_000_000 },
    { phase: 'cleaning' },
    ...Array.from({ length: 60 }, (_, round) => ({ phase: 'fitting' as const, round })),
    { phase: 'validating' },
    { phase: 'reporting' },
  ];
  const percents = steps.map((step) => progressPercent({ ...START, ...step }));
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(percents[0]).toBe(0);
  expect(percents.at(-1)).toBeLessThan(100);
});

test('an empty file has no progress, rather than none that is a number', () => {
  expect(progressPercent({ ...START, bytesTotal: 0 })).toBe(0);
});
