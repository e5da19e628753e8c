import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/core/rules';
import { folderWith, runCli } from './run-cli';
import { GRAMS, KILOGRAMS, WITH_UNIT } from './sample-cards';

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', { type: 'string', validate: (text) => URL.canParse(text) });
ajv.addFormat('uri-reference', { type: 'string', validate: (text) => URL.canParse(text, 'file:///root/') });
ajv.addFormat('date-time', { type: 'string', validate: (text) => !Number.isNaN(Date.parse(text)) });
const isSarif = ajv.compile<Log>(schema);

/** The log of a check of the whole folder, which must be valid. */
function checkSarif(files: Readonly<Record<string, string | Buffer>>, ...args: string[]): Log {
  const { stdout } = runCli(['check', '--format', 'sarif', ...args, '.'], { cwd: folderWith(files) });
  const log: unknown = JSON.parse(stdout);
  if (!isSarif(log)) throw new Error(ajv.errorsText(isSarif.errors));
  return log;
}

function resultsOf(log: Log): Result[] {
  return log.runs.flatMap(({ results }) => results ?? []);
}

const all = rules.map(({ id }) => `--rule=${id}=warning`);

describe('a report is valid against the schema', () => {
  test.each([
    ['without cards', {}, 0],
    ['without findings', { 'README.md': GRAMS }, 0],
    ['of findings with and without fixes', { 'a/README.md': WITH_UNIT, 'b/README.md': KILOGRAMS }, 2],
    ['of what the Hub cannot read', { 'README.md': '---\na: [\n---\n' }, 1],
    ['of an empty card', { 'README.md': '' }, 0],
  ])('%s', (_, files, findings) => {
    expect(resultsOf(checkSarif(files))).toHaveLength(findings);
  });

  test('with every rule on', () => {
    expect(resultsOf(checkSarif({ 'README.md': '---\nlicense: mit\n---\n' }, ...all))).toMatchObject([
      { ruleId: 'emissions-absent', level: 'warning' },
    ]);
  });

  test('of a file that was refused, which is no finding but makes the run unsuccessful', () => {
    const [run] = checkSarif({ 'README.md': Buffer.from([0xff, 0xfe, 0x00]) }).runs;
    expect(run?.results).toEqual([]);
    expect(run?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            message: { text: expect.stringMatching(/not UTF-8/) as string },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'README.md' } } }],
          },
        ],
      },
    ]);
  });
});

test('columns count UTF-16 code units, and say so', () => {
  const card = '---\nmodel-index: # \u{1F331}\n- { name: "\u{1F331}", results: 5 }\n---\n';
  const log = checkSarif({ 'README.md': card });
  expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits');
  const region = resultsOf(log)[0]?.locations?.[0]?.physicalLocation?.region;
  const column = card.split('\n')[2]?.indexOf('5') ?? 0;
  expect(region).toMatchObject({ startLine: 3, startColumn: column + 1, endColumn: column + 2 });
});

test('a fix is the replacement of a region', () => {
  const [found] = resultsOf(checkSarif({ 'models/a b#c/README.md': WITH_UNIT }));
  const artifactLocation = { uri: 'models/a%20b%23c/README.md', uriBaseId: '%SRCROOT%', index: 0 };
  expect(found).toMatchObject({
    ruleId: 'emissions-unit',
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation } }],
    fixes: [
      {
        description: { text: 'Change to 1710 (grams)' },
        artifactChanges: [
          {
            artifactLocation,
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 14, endLine: 4, endColumn: 23 },
                insertedContent: { text: '1710' },
              },
            ],
          },
        ],
      },
    ],
  });
});

describe('fingerprints', () => {
  const fingerprints = (card: string) =>
    resultsOf(checkSarif({ 'README.md': card })).map(({ partialFingerprints }) => partialFingerprints);

  test('stay when lines are added above, and change with the line', () => {
    const before = fingerprints(KILOGRAMS);
    expect(before).toEqual([{ 'ruleAndLine/v1': expect.stringMatching(/^[\da-f]{16}:1$/) as string }]);
    expect(fingerprints(KILOGRAMS.replace('license', 'language: en\nlicense'))).toEqual(before);
    expect(fingerprints(KILOGRAMS.replaceAll('1.71', '1.72'))).not.toEqual(before);
  });

  test('tell apart two findings on lines of the same text', () => {
    const twice = fingerprints('---\nmodel-index:\n- name: a\n- name: a\n---\n');
    expect(new Set(twice.map((one) => JSON.stringify(one))).size).toBe(twice.length);
  });
});

test('every rule is described with its page, a source, and no link that leads nowhere', () => {
  const described = checkSarif({}).runs[0]?.tool.driver.rules ?? [];
  expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  for (const { id, help, helpUri } of described) {
    expect(helpUri, id).toMatch(/^https:\/\//);
    expect(help?.markdown, id).toMatch(new RegExp(`^# ${id}\n`));
    expect(help?.markdown, id).not.toMatch(/\]\((?!https:)/);
  }
});
