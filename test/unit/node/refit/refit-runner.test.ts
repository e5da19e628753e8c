// The real worker in a real thread: what it makes of exports good and bad, and what it leaves behind.
import { appendFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readModelFile } from '../../../../src/core/glm/model-file';
import type { RefitPhase, RefitProgress } from '../../../../src/core/refit/progress';
import type { Job } from '../../../../src/core/refit/worker-protocol';
import { threadedRefits } from '../../../../src/node/refit-runner';
import { largeExport } from '../../../refit/large-export';
import { builtWorker } from '../../../refit/built-worker';
import { folderWith } from '../export/small-export';

const worker = builtWorker();
const runner = threadedRefits(worker);

async function exportOf(rows: number): Promise<{ folder: string; file: string; outcome: string }> {
  const folder = folderWith({});
  const file = join(folder, 'hub.csv');
  await largeExport(file, rows);
  return { folder, file, outcome: join(folder, 'outcomes', 'first') };
}

async function expectNothing(outcome: string): Promise<void> {
  const parent = join(outcome, '..');
  expect(existsSync(parent) ? await readdir(parent) : []).toEqual([]);
}

describe('an outcome', () => {
  test('holds the model, the report in its forms, every plot and every table', async () => {
    const { file, outcome } = await exportOf(400);
    const phases = new Set<RefitPhase>();
    const end = await runner.refit({ paths: [file], overrides: [] }, outcome, ({ phase }) =>
      phases.add(phase),
    ).end;
    expect(end).toMatchObject({ kind: 'done', value: { title: 'Refit from hub.csv' } });
    expect([...phases]).toEqual(['reading', 'cleaning', 'fitting', 'validating', 'reporting']);
    expect((await readdir(outcome, { recursive: true })).sort()).toMatchInlineSnapshot(`
      [
        "model.json",
        "outcome.json",
        "panel.html",
        "plots",
        "plots/calibration.svg",
        "plots/coefficients.svg",
        "plots/cook-first.svg",
        "plots/cook-last.svg",
        "plots/cook-rounds.svg",
        "plots/fitted.svg",
        "plots/qq-after.svg",
        "plots/qq-before.svg",
        "plots/vif.svg",
        "report.html",
        "report.md",
        "tables",
        "tables/coefficients.csv",
        "tables/dropped-rows.csv",
        "tables/fit.csv",
        "tables/removals.csv",
        "tables/removed-rows.csv",
        "tables/vif.csv",
      ]
    `);
    expect(readModelFile(await readFile(join(outcome, 'model.json'), 'utf8')).title).toBe(
      'Refit from hub.csv',
    );
    expect(await runner.outcomeIn(outcome)).toEqual(end.kind === 'done' ? end.value : undefined);
    expect(await readdir(join(outcome, '..'))).toEqual(['first']);
  });

  test('of data that no card tells says why it cannot predict', async () => {
    const folder = folderWith({ 'hfco2.csv': hfco2Rows(60) });
    const end = await runner.refit(
      { paths: [join(folder, 'hfco2.csv')], overrides: [] },
      join(folder, 'outcome'),
      () => undefined,
    ).end;
    expect(end).toMatchObject({
      kind: 'done',
      value: { unusable: expect.stringContaining('downloads') as string },
    });
  });
});

describe('cancelling', () => {
  const moments: [string, (progress: RefitProgress) => boolean][] = [
    ['while reading', ({ phase, bytesRead }) => phase === 'reading' && bytesRead > 0],
    ['while influential rows are removed', ({ phase, round }) => phase === 'fitting' && round >= 1],
    ['while validating', ({ phase }) => phase === 'validating'],
    ['while the report is drawn', ({ phase }) => phase === 'reporting'],
  ];
  test.each(moments)('%s stops at once and leaves nothing', async (_, isMoment) => {
    const { file, outcome } = await exportOf(100_000);
    let asked = 0;
    let job: Job<unknown> | undefined;
    const begun = await new Promise<Job<unknown>>((resolve) => {
      job = runner.refit({ paths: [file], overrides: [] }, outcome, (progress) => {
        if (asked > 0 || !isMoment(progress)) return;
        asked = performance.now();
        job?.cancel();
        if (job) resolve(job);
      });
      void job.end.then(() => job && resolve(job));
    });
    expect(await begun.end).toEqual({ kind: 'cancelled' });
    expect(asked, 'the moment came').toBeGreaterThan(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    await expectNothing(outcome);
  });
});

describe('faults', () => {
  const whole = (file: string) => ({ paths: [file], overrides: [] });

  test('a file that changes while it is read', async () => {
    const { file, outcome } = await exportOf(100_000);
    let changed = false;
    const end = await runner.refit(whole(file), outcome, ({ phase }) => {
      if (phase !== 'fitting' || changed) return;
      changed = true;
      void appendFile(file, '\n');
    }).end;
    expect(end).toEqual({
      kind: 'failed',
      reason:
        'hub.csv changed while it was read. The model in use stays; refit again when the export is complete.',
    });
    await expectNothing(outcome);
  });

  test('a file that vanishes while it is read', async () => {
    const { file, outcome } = await exportOf(100_000);
    let isGone = false;
    const end = await runner.refit(whole(file), outcome, () => {
      if (!isGone) void rm(file, { force: true });
      isGone = true;
    }).end;
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/hub\.csv.* (not|vanished)/) as string,
    });
    await expectNothing(outcome);
  });

  test('a file that is not there', async () => {
    const { folder, outcome } = await exportOf(1);
    const end = await runner.refit(whole(join(folder, 'nothing.csv')), outcome, () => undefined).end;
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('does not exist') as string,
    });
  });

  test('a place that cannot be written to', async () => {
    const { folder, file } = await exportOf(400);
    // A file where a folder is wanted: a full disk refuses the same way, and so to the administrator as well.
    await writeFile(join(folder, 'full'), '');
    const end = await runner.refit(whole(file), join(folder, 'full', 'outcome'), () => undefined).end;
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(
        /^The result cannot be kept: .*Free some space, or check the permissions\.$/,
      ) as string,
    });
    expect((await readdir(folder)).sort()).toEqual(['full', 'hub.csv']);
  });

  test.runIf(existsSync('/dev/full'))('a disk that is full', async () => {
    const { folder, file, outcome } = await exportOf(400);
    // What is written there ends on a device that has no room, as Linux keeps one for such tests.
    await mkdir(`${outcome}.part`, { recursive: true });
    await symlink('/dev/full', join(`${outcome}.part`, 'report.html'));
    const end = await runner.refit(whole(file), outcome, () => undefined).end;
    expect(end).toEqual({
      kind: 'failed',
      reason: 'The result cannot be kept: the disk is full. Free some space and refit again.',
    });
    await expectNothing(outcome);
    expect(await readdir(folder)).toContain('hub.csv');
  });

  test('a worker that dies in the middle', async () => {
    const { folder, file, outcome } = await exportOf(100_000);
    const dying = join(folder, 'dying.cjs');
    await mkdir(`${outcome}.part`, { recursive: true });
    await writeFile(
      dying,
      `const { parentPort } = require('node:worker_threads');
       const tell = parentPort.postMessage.bind(parentPort);
       parentPort.postMessage = (message) => message.progress?.phase === 'fitting' ? process.exit(1) : tell(message);
       require(${JSON.stringify(worker)});`,
    );
    const end = await threadedRefits(dying).refit(whole(file), outcome, () => undefined).end;
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('ended unexpectedly') as string,
    });
    await expectNothing(outcome);
  });

  test('a hostile file that takes all memory', async () => {
    const { folder, outcome } = await exportOf(1);
    const file = join(folder, 'hostile.json');
    await writeFile(file, `[{"co2_eq_emissions": [${'0,'.repeat(8_000_000)}`);
    const end = await threadedRefits(worker, undefined, 48).refit(whole(file), outcome, () => undefined).end;
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('ran out of memory') as string,
    });
    await expectNothing(outcome);
  });
});

describe('a look at the columns', () => {
  test.each([
    [
      'what is understood is not asked',
      'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,org_type,co2_eq_emissions\n',
      [],
      undefined,
    ],
    [
      'what is missing is asked, the likeliest column first',
      'id,n_weights,likes,commits,created_at,last_modified,co2_eq_emissions,sha\n',
      [['parameters', 'n_weights']],
      undefined,
    ],
    [
      'semicolons are found out',
      'id;parameters;likes;commits;created_at;last_modified;co2_eq_emissions\n',
      [],
      ';',
    ],
  ])('%s', async (_, header, questions, delimiter) => {
    const folder = folderWith({ 'hub.csv': header });
    const end = await runner.look([join(folder, 'hub.csv')]).end;
    if (end.kind !== 'done') throw new Error(JSON.stringify(end));
    expect(end.value.questions.map(({ field, columns }) => [field, columns[0]])).toEqual(questions);
    expect(end.value.delimiter).toBe(delimiter);
  });

  test('a message for the command line loses what is about its switches', async () => {
    const folder = folderWith({ 'hub.csv': 'likes,commits\n1,2\n' });
    const end = await runner.refit({ paths: [folder], overrides: [] }, join(folder, 'o'), () => undefined)
      .end;
    expect(end).toEqual({
      kind: 'failed',
      reason: 'hub.csv has no column of emissions and none of model cards: it has "likes", "commits".',
    });
  });
});

/** Rows in the shape of HFCO2.csv: downloads instead of commits. */
function hfco2Rows(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const size = 1e6 * (1 + ((at * 7919) % 97));
    return [
      `m-${at}`,
      1 + ((at * 31) % 13) / 10,
      size,
      (at * 5) % 11,
      (at * 17) % 101,
      `2022-0${1 + (at % 9)}-01`,
      'NLP',
    ];
  });
  return [['modelId', 'co2_eq_emissions', 'size', 'likes', 'downloads', 'created_at', 'domain'], ...lines]
    .map((line) => line.join(','))
    .join('\n');
}
