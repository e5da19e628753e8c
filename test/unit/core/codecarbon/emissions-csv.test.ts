import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmissionsFile } from '../../../../src/core/codecarbon/emissions-file';
import { EmissionsFileError } from '../../../../src/core/codecarbon/emissions-run';
import { parseEmissionsCsv } from '../../../../src/core/codecarbon/parse-emissions-csv';

/** The columns of CodeCarbon 1.2, 2.3 and 3.x, in the order in which they write them. */
const columns = {
  '1.2':
    'timestamp,project_name,duration,emissions,energy_consumed,country_name,country_iso_code,region,on_cloud,cloud_provider,cloud_region',
  '2.3':
    'timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue',
  '3.0':
    'timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,water_consumed,country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,cpu_utilization_percent,gpu_utilization_percent,ram_utilization_percent,ram_used_gb,on_cloud,pue,wue',
} as const;

const rows = {
  '1.2': '2021-03-01T10:00:00,train,3600.5,0.25,1.5,France,FRA,île-de-france,N,,',
  '2.3':
    '2024-04-13T21:30:53,train,run-a,7200.0,0.1547527851896159,2.1e-05,112.5,235.8,188.8,0.19,0.39,0.32,0.9100803043325272,Spain,ESP,catalonia,,,Linux-6.5.0,3.11.7,2.3.4,16,AMD EPYC 7643,1,1 x NVIDIA A100-SXM4-40GB,2.3,48.8,503.5,machine,N,1.0',
  '3.0':
    '2026-01-05T08:00:00,train,run-b,exp-1,60.0,3.5e-06,5e-08,10,20,30,0.1,0.2,0.3,2.5e-05,0.0,,,,gcp,us-central1,Linux,3.12,3.0.7,8,Intel Xeon,,,,,32,process,1,2,3,4,Y,1.1,0',
} as const;

const fileOf = (version: keyof typeof columns, ...lines: string[]) =>
  [columns[version], ...lines, ''].join('\n');

describe('emissions.csv of every version', () => {
  test('1.2, which knew no run ids and no hardware', () => {
    const { runs, notes } = parseEmissionsCsv(fileOf('1.2', rows['1.2']));
    expect(
      runs.map(({ kilograms, energy, ...run }) => ({
        ...run,
        kg: kilograms.toString(),
        kWh: energy?.toString(),
      })),
    ).toEqual([
      {
        id: 'row 1',
        project: 'train',
        timestamp: '2021-03-01T10:00:00',
        kg: '0.25',
        seconds: 3600.5,
        kWh: '1.5',
        country: 'France',
        region: 'île-de-france',
        onCloud: false,
      },
    ]);
    expect(notes).toEqual([]);
  });

  test('2.3, on a machine with a GPU', () => {
    const [run] = parseEmissionsCsv(fileOf('2.3', rows['2.3'])).runs;
    expect(run?.kilograms.toString()).toBe('0.1547527851896159');
    expect(run).toMatchObject({
      id: 'run-a',
      seconds: 7200,
      country: 'Spain',
      region: 'catalonia',
      onCloud: false,
      cpuModel: 'AMD EPYC 7643',
      gpuCount: 1,
      gpuModel: '1 x NVIDIA A100-SXM4-40GB',
      ramTotalSize: 503.5,
      version: '2.3.4',
    });
  });

  test('3.0, on a cloud', () => {
    const [run] = parseEmissionsCsv(fileOf('3.0', rows['3.0'])).runs;
    expect(run?.kilograms.toString()).toBe('0.0000035');
    expect(run).toMatchObject({
      id: 'run-b',
      cloudProvider: 'gcp',
      cloudRegion: 'us-central1',
      onCloud: true,
    });
    expect(run).not.toHaveProperty('gpuModel');
    expect(run).not.toHaveProperty('country');
  });
});

const small = (...lines: string[]) =>
  parseEmissionsCsv(['run_id,duration,emissions,task_name', ...lines].join('\n'));
const kilograms = (file: ReturnType<typeof parseEmissionsCsv>) =>
  file.runs.map((run) => run.kilograms.toString());

describe('several rows', () => {
  test('of several runs stay apart, in the order of the file', () => {
    expect(kilograms(small('a,1,0.5,', 'b,1,0.25,', 'c,1,0.125,'))).toEqual(['0.5', '0.25', '0.125']);
  });

  test('of one run that only grows are snapshots of it: the last one counts', () => {
    const file = small('a,60,0.1,', 'b,10,0.05,', 'a,120,0.2,', 'a,180,0.2,');
    expect(kilograms(file)).toEqual(['0.05', '0.2']);
    expect(file.notes).toEqual(['2 rows are earlier snapshots of a run and were left out.']);
  });

  test('of which one is a snapshot', () => {
    expect(small('a,60,0.1,', 'a,120,0.2,').notes).toEqual([
      '1 row is an earlier snapshot of a run and was left out.',
    ]);
  });

  test('of one run that shrink are parts of it: all count', () => {
    expect(kilograms(small('a,60,0.3,', 'a,20,0.1,'))).toEqual(['0.3', '0.1']);
  });

  test('of the tasks of one run are no snapshots', () => {
    expect(kilograms(small('a,1,0.1,load', 'a,2,0.2,train', 'a,3,0.3,eval'))).toEqual(['0.1', '0.2', '0.3']);
  });
});

describe('files that have been through other hands', () => {
  test.each<[string, string]>([
    ['a byte order mark', '\uFEFFrun_id,duration,emissions\na,1,0.5'],
    ['line ends of Windows', 'run_id,duration,emissions\r\na,1,0.5\r\n'],
    ['semicolons and decimal commas of a spreadsheet', 'run_id;duration;emissions\na;1,0;0,5'],
    [
      'quotes, with a comma and a line break in them',
      'run_id,duration,emissions,os\n"a",1,"0.5","Linux, x86\n64 bit"',
    ],
    ['capitals and blanks in the header', 'Run_ID, Duration, Emissions \na,1,0.5'],
    ['empty lines', 'run_id,duration,emissions\n\na,1,0.5\n,,\n'],
    [
      'a second header where files were put together',
      'run_id,duration,emissions\nrun_id,duration,emissions\na,1,0.5',
    ],
  ])('%s', (_what, text) => {
    const { runs, notes } = parseEmissionsCsv(text);
    expect(runs.map((run) => [run.id, run.seconds, run.kilograms.toString()])).toEqual([['a', 1, '0.5']]);
    expect(notes).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      'without a number',
      'a,1,nan,',
      'Row 1 was left out: its emissions are "nan", which is no amount in kilograms.',
    ],
    [
      'with words',
      'a,1,much,',
      'Row 1 was left out: its emissions are "much", which is no amount in kilograms.',
    ],
    [
      'below zero',
      'a,1,-0.5,',
      'Row 1 was left out: its emissions are "-0.5", which is no amount in kilograms.',
    ],
    [
      'with an exponent that would fill the memory',
      'a,1,1e999999999,',
      'Row 1 was left out: its emissions are "1e999999999", which is no amount in kilograms.',
    ],
    ['that are too short', 'a,1', 'Row 1 was left out: it has 2 values, and the header names 4 columns.'],
  ])('rows %s are left out, which is said', (_what, row, note) => {
    const file = small(row, 'b,1,0.5,');
    expect(kilograms(file)).toEqual(['0.5']);
    expect(file.notes).toEqual([note]);
  });
});

describe('files that are no report of CodeCarbon are refused in a sentence', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', '', /is empty/],
    ['another table', 'epoch,loss\n1,0.5', /no column "emissions"/],
    ['a table of countries', 'country,emissions\nSpain,5', /none of the other columns/],
    ['a web page', '<!DOCTYPE html>\n<html>', /no column "emissions"/],
    ['a header alone', 'run_id,duration,emissions', /holds no run\.$/],
    [
      'no row that can be used',
      'run_id,duration,emissions\na,1,?',
      /holds no run: Row 1 was left out: its emissions are "\?", which is no amount in kilograms\.$/,
    ],
    ['more text than any report', 'x'.repeat(10_000_001), /more than 10 MB/],
  ])('%s', (_what, text, reason) => {
    expect(() => parseEmissionsCsv(text)).toThrow(EmissionsFileError);
    expect(() => parseEmissionsCsv(text)).toThrow(reason);
  });

  test('and nothing else is ever thrown', () => {
    const line = fc.string().map((cells) => `${cells}\n`);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        try {
          for (const run of parseEmissionsCsv(`run_id,emissions\n${lines.join('')}`).runs) {
            expect(run.kilograms.gte(0)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(EmissionsFileError);
        }
      }),
    );
  });
});

test.each([
  ['emissions.csv', true],
  ['emissions_base_7a1c.csv', true],
  ['codecarbon_emissions.csv', true],
  ['Emissions.CSV', true],
  ['emission.csv', true],
  ['emissions.csv.bak', false],
  ['results.csv', false],
])('%s: %s', (name, expected) => {
  expect(isEmissionsFile(name)).toBe(expected);
});

describe('a hostile file', () => {
  test.each([
    ['as wide as it is long', `emissions,run_id${',x'.repeat(400_000)}\n${'a\n'.repeat(400_000)}`, /columns/],
    ['of nothing but bad rows', `emissions,run_id\n${'x\n'.repeat(1_000_000)}`, /more than 100,000 rows/],
    ['with commands to a terminal', 'emissions,run_id\n"\u001B[31m\n5",a\n', /emissions are " \[31m 5"/],
  ])('%s: is refused in a word', (_what, text, message) => {
    const start = process.cpuUsage();
    expect(() => parseEmissionsCsv(text)).toThrow(message);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });

  test('with a hundred thousand snapshots of one run: the last one counts, at once', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},run\n`).join('');
    const { runs, notes } = parseEmissionsCsv(`emissions,run_id\n${rows}`);
    expect(runs.map(({ kilograms }) => kilograms.toNumber())).toEqual([99_999]);
    expect(notes).toEqual(['99,999 rows are earlier snapshots of a run and were left out.']);
  });
});
