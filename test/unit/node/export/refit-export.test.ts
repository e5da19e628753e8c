import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RefitCancelled } from '../../../../src/core/refit/refit-error';
import type { RefitProgress } from '../../../../src/core/refit/progress';
import { refit } from '../../../../src/node/export/refit-export';
import { fileWith, folderWith, smallExport, toCsv } from './small-export';

const RECORDS = smallExport(120);

describe('progress', () => {
  test('goes forward through the phases to the last byte', async () => {
    const path = fileWith('export.csv', toCsv(RECORDS));
    const seen: RefitProgress[] = [];
    const { refit: result } = await refit([path], {}, { onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map(({ phase }) => phase))]).toEqual([
      'reading',
      'cleaning',
      'fitting',
      'validating',
    ]);
    const { size } = statSync(path);
    expect(seen.at(-1)).toMatchObject({
      bytesRead: size,
      bytesTotal: size,
      round: result.pipeline.influence.length,
    });
    const bytes = seen.map(({ bytesRead }) => bytesRead);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  });

  test('counts the bytes of all files', async () => {
    const folder = folderWith({ 'a.csv': toCsv(RECORDS.slice(0, 50)), 'b.csv': toCsv(RECORDS.slice(50)) });
    let last = 0;
    let total = 0;
    const onProgress = ({ bytesRead, bytesTotal }: RefitProgress): void => {
      last = bytesRead;
      total = bytesTotal;
    };
    await refit([folder], {}, { onProgress });
    expect(last).toBe(total);
  });
});

describe('cancelling', () => {
  test.each(['reading', 'cleaning', 'fitting', 'validating'] as const)('stops while %s', async (phase) => {
    const cancellation = { cancelled: false };
    const phases: string[] = [];
    const running = refit(
      [fileWith('export.csv', toCsv(RECORDS))],
      {},
      {
        cancellation,
        onProgress: (progress) => {
          phases.push(progress.phase);
          if (progress.phase === phase) cancellation.cancelled = true;
        },
      },
    );
    await expect(running).rejects.toBeInstanceOf(RefitCancelled);
    expect(phases.filter((seen) => seen === phase)).toHaveLength(1);
    expect(phases.at(-1)).toBe(phase);
  });
});

describe('options', () => {
  const path = (): string => fileWith('export.csv', toCsv(RECORDS));

  test('the influence loop can be left out, shortened and loosened', async () => {
    const kept = await refit([path()], { influenceRemoval: false });
    expect(kept.refit.pipeline.influence).toEqual([]);
    expect(kept.refit.pipeline.fit.nobs).toBe(kept.refit.cleaned.rows.length);
    const once = await refit([path()], { maxRounds: 1 });
    expect(once.refit.pipeline.influence).toHaveLength(1);
    const loose = await refit([path()], { cookThreshold: 1e6 });
    expect(loose.refit.pipeline.fit.nobs).toBe(loose.refit.cleaned.rows.length);
  });

  test('collinear columns can be kept', async () => {
    const all = await refit([path()], { vifThreshold: 1.0001, influenceRemoval: false });
    expect(all.refit.pipeline.collinearity.some(({ removed }) => removed !== null)).toBe(true);
    const kept = await refit([path()], {
      vifThreshold: 1.0001,
      influenceRemoval: false,
      collinearityRemoval: false,
    });
    expect(kept.refit.pipeline.collinearity).toEqual([]);
  });

  test('a category needs the rows that are asked for', async () => {
    const few = await refit([path()], { minCategoryRows: 1 });
    const many = await refit([path()], { minCategoryRows: 1000 });
    expect(few.refit.design.design.columns).toEqual(expect.arrayContaining(['Graph ML', 'company']));
    expect(many.refit.design.categories.filter(({ use }) => use === 'column')).toEqual([]);
  });

  test('hashes are made when asked for', async () => {
    const file = path();
    expect((await refit([file])).source.sha256).toBeNull();
    expect((await refit([file], { hash: true })).source.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('predictors and categories that cannot have a term', () => {
  test('a constant predictor is left out with a word', async () => {
    const constant = RECORDS.map((record) => ({ ...record, likes: 3 }));
    const { refit: result } = await refit([fileWith('export.csv', toCsv(constant))]);
    expect(result.pipeline.initial.columns).not.toContain('likes');
    expect(result.warnings).toContain('likes is 3 in every row, so there is no term for it.');
  });

  test('without a row in the baseline, the commonest category takes its place', async () => {
    const two = RECORDS.map((record, at) => ({
      ...record,
      pipeline_tag: at % 3 === 0 ? 'image-classification' : 'text-generation',
    }));
    const { refit: result } = await refit([fileWith('export.csv', toCsv(two))]);
    expect(result.pipeline.initial.columns).toContain('Computer Vision');
    expect(result.pipeline.initial.columns).not.toContain('Natural Language Processing');
    expect(result.warnings.join(' ')).toMatch(
      /the commonest, "Natural Language Processing", takes its place/,
    );
  });
});
