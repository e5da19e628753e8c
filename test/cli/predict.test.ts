import { describe, expect, test } from 'vitest';
import { writeModelFile } from '../../src/core/glm/model-file';
import { paperModel } from '../../src/core/glm/paper-model';
import { folderWith, runCli } from './run-cli';

interface Predicted {
  grams: number;
  interval: { level: number; low: number; high: number };
  linearPredictor: number;
  contributions: { term: string; value: number; coefficient: number; contribution: number }[];
  predictors: Record<string, { value: number | string; origin: string; kind: string }>;
  warnings: string[];
}

function predictJson(args: readonly string[], cwd?: string): Predicted {
  const { stdout, stderr } = runCli(
    ['predict', '--format', 'json', ...args],
    cwd === undefined ? {} : { cwd },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Predicted;
}

describe('from the command line alone', () => {
  test.each([
    [
      [
        '--parameters',
        '66e6',
        '--likes',
        '0',
        '--commits',
        '5',
        '--repo-age-days',
        '1',
        '--task',
        'fill-mask',
      ],
      5.02249947781555,
    ],
    [
      [
        '--parameters',
        '7B',
        '--likes',
        '150',
        '--commits',
        '30',
        '--repo-age-days',
        '200',
        '--task',
        'text-generation',
        '--organization',
        'company',
      ],
      777.1377815539994,
    ],
  ])('%j', (args, grams) => {
    const predicted = predictJson(args);
    expect(Math.abs(predicted.grams / grams - 1)).toBeLessThan(1e-9);
    const sum = predicted.contributions.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(predicted.linearPredictor, 12);
    expect(predicted.interval).toMatchObject({ level: 0.95 });
    expect(predicted.interval.low).toBeLessThan(grams);
    expect(predicted.interval.high).toBeGreaterThan(grams);
  });
});

describe('from a folder', () => {
  test('each predictor says where it came from; what is given wins over what is found', () => {
    const cwd = folderWith({
      'README.md': '---\npipeline_tag: fill-mask\n---\n\nIt has 66 million parameters.\n',
    });
    const found = predictJson(['.'], cwd).predictors;
    expect(found['parameters']).toMatchObject({ value: 66_000_000, kind: 'declared' });
    expect(found['domain']).toMatchObject({ value: 'Natural Language Processing' });
    expect(found['likes']?.kind).toBe('assumed');
    expect(predictJson(['.', '--parameters', '110M'], cwd).predictors['parameters']).toMatchObject({
      value: 110_000_000,
    });
  });

  test('without a size it says what is missing', () => {
    const { code, stderr } = runCli(['predict', '.'], {
      cwd: folderWith({ 'README.md': '---\nlicense: mit\n---\n' }),
    });
    expect(stderr).toMatch(/size|parameters/);
    expect(code).toBe(2);
  });

  test.each([
    ['no model at all', '{}', /not an emissions model/],
    ['a damaged file', '{"format": ', /not valid JSON/],
  ])('%s is refused as a model', (_, content, message) => {
    const cwd = folderWith({ 'model.json': content });
    const { code, stderr } = runCli(['predict', '--parameters', '1B', '--model', 'model.json'], { cwd });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('with a model of predictors that no card tells', () => {
  const refitted = writeModelFile(paperModel)
    .replace('"predictor": "likes"', '"predictor": "downloads"')
    .replace('"predictor": "domain"', '"predictor": "place"');
  const given = ['--model', 'model.json', '--parameters', '7B'];
  const folder = () => folderWith({ 'model.json': refitted });

  test('they are given by name', () => {
    const cwd = folder();
    const predicted = predictJson(
      [...given, '--predictor', 'downloads=12', '--predictor', 'place=Audio'],
      cwd,
    );
    expect(predicted.predictors['downloads']).toEqual({
      value: 12,
      origin: '--predictor',
      kind: 'declared',
    });
    expect(predicted.contributions.find(({ term }) => term === 'likes')?.value).toBeCloseTo(
      Math.log10(12.001),
      12,
    );
    expect(predicted.contributions.find(({ term }) => term === 'Audio')?.value).toBe(1);
    const { stdout } = runCli(['predict', ...given, '--predictor', 'downloads=0'], { cwd });
    expect(stdout).toContain('downloads      0 (declared: from --predictor)');
  });

  test.each([
    [[], 'This model needs downloads, which no card tells: add --predictor downloads=NUMBER.'],
    [['downloads'], '“downloads” gives no value: write it as in --predictor downloads=1200.'],
    [['downloads='], '“downloads=” gives no value: write it as in --predictor downloads=1200.'],
    [['downloads=many'], '“many” is no number for downloads.'],
    [['downloads=-1'], 'downloads cannot be -1: give 0 or more.'],
    [['stars=1'], 'This model has no predictor “stars”; --predictor is for downloads and place.'],
    [['commits=1'], '“commits” has an option of its own: --commits.'],
  ])('%j is a mistake', (values, message) => {
    const args = values.flatMap((value) => ['--predictor', value]);
    const { code, stdout, stderr } = runCli(['predict', ...given, ...args], { cwd: folder() });
    expect([stderr, stdout, code]).toEqual([`model-card-co2: ${message}\n`, '', 2]);
  });

  test('the published model has none of these', () => {
    const { code, stderr } = runCli(['predict', '--parameters', '7B', '--predictor', 'downloads=1']);
    expect(stderr).toMatch(/has no predictor “downloads”, nor any without an option of its own\.\n$/);
    expect(code).toBe(2);
  });
});

describe('what is given', () => {
  test('says that an option gave it', () => {
    const { predictors } = predictJson([
      ...['--parameters', '7B', '--likes', '2', '--commits', '3', '--repo-age-days', '4'],
      ...['--task', 'Text Generation', '--organization', 'Non_Profit'],
    ]);
    expect(Object.entries(predictors).map(([name, { value, origin }]) => [name, value, origin])).toEqual([
      ['parameters', 7e9, '--parameters'],
      ['likes', 2, '--likes'],
      ['commits', 3, '--commits'],
      ['repoAgeDays', 4, '--repo-age-days'],
      ['domain', 'Natural Language Processing', '--task'],
      ['organization', 'non-profit', '--organization'],
    ]);
  });

  test.each([
    ['--parameters', 'abc', '“abc” is no number of parameters: write it as in --parameters 7B.'],
    ['--parameters', '0', '“0” is no number of parameters: write it as in --parameters 7B.'],
    ['--parameters', '', '“” is no number of parameters: write it as in --parameters 7B.'],
    ['--likes', '1.5', '“1.5” is no value for --likes: give a whole number, 0 or more.'],
    ['--likes', '-1', '“-1” is no value for --likes: give a whole number, 0 or more.'],
    ['--commits', 'x', '“x” is no value for --commits: give a whole number, 1 or more.'],
    ['--commits', '0', '“0” is no value for --commits: give a whole number, 1 or more.'],
    ['--repo-age-days', 'x', '“x” is no value for --repo-age-days: give a whole number, 0 or more.'],
    ['--task', 'fil-mask', '“fil-mask” is no task of the Hub: did you mean fill-mask?'],
    [
      '--task',
      'nonsense',
      '“nonsense” is no task of the Hub, which are named as in fill-mask and text-to-image.',
    ],
    [
      '--organization',
      'guild',
      '“guild” is no kind of organisation for --organization: use community, company, non-profit, university, other.',
    ],
  ])('%s %j is a mistake', (option, value, message) => {
    const { code, stdout, stderr } = runCli(['predict', '--parameters', '7B', `${option}=${value}`]);
    expect([stderr, stdout, code]).toEqual([`model-card-co2: ${message}\n`, '', 2]);
  });
});
