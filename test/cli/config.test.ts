import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli';
import { GRAMS, KILOGRAMS } from './sample-cards';

const CONFIG = '.model-card-co2.json';

/** `file rule severity` of each finding. */
function findings(args: readonly string[], cwd: string): string[] {
  const { stdout, stderr } = runCli(['check', '--format', 'json', ...args], { cwd });
  if (stderr !== '') throw new Error(stderr);
  const cards = JSON.parse(stdout) as { file: string; findings: { rule: string; severity: string }[] }[];
  return cards.flatMap(({ file, findings }) =>
    findings.map(({ rule, severity }) => `${file} ${rule} ${severity}`),
  );
}

const project = {
  'README.md': KILOGRAMS,
  'archive/README.md': KILOGRAMS,
  'cards/bert.md': KILOGRAMS,
  'drafts/README.md': KILOGRAMS,
  [CONFIG]: `{
    // The archive is as it is.
    "ruleCustomizations": [{ "rule": "emissions-*", "files": "archive/**", "severity": "off" }],
    "rules": { "emissions-kilograms": "error" },
    "cardFolders": ["cards"],
    "exclude": ["drafts/"],
  }`,
};

test('severities, card folders and exclusions come from the configuration', () => {
  expect(findings(['.'], folderWith(project))).toEqual([
    'README.md emissions-kilograms error',
    'cards/bert.md emissions-kilograms error',
  ]);
});

test('what is excluded is so also where it is named, as a hook names files', () => {
  expect(findings(['drafts/README.md', 'README.md'], folderWith(project))).toEqual([
    'README.md emissions-kilograms error',
  ]);
});

test('it is found from below, up to the root of the repository, and its paths stay relative to it', () => {
  const inRepository = folderWith({ ...project, '.git/HEAD': 'ref: refs/heads/main\n' });
  expect(findings(['.'], join(inRepository, 'archive'))).toEqual([]);
  expect(findings(['.'], join(inRepository, 'cards'))).toEqual(['bert.md emissions-kilograms error']);
});

test('outside of a repository, what lies above is not read', () => {
  expect(findings(['.'], join(folderWith(project), 'archive'))).toEqual([
    'README.md emissions-kilograms warning',
  ]);
});

test('the command line wins: --rule, --config and --no-config', () => {
  const cwd = folderWith({ ...project, 'other.json': '{"rules": {"emissions-kilograms": "hint"}}' });
  const card = 'README.md';
  expect(findings(['--rule', 'emissions-kilograms=off', card], cwd)).toEqual([]);
  expect(findings(['--rule', 'emissions-kilograms=warning', 'archive'], cwd)).toEqual([
    'archive/README.md emissions-kilograms warning',
  ]);
  expect(findings(['--config', 'other.json', card], cwd)).toEqual(['README.md emissions-kilograms hint']);
  expect(findings(['--no-config', card, 'drafts'], cwd)).toEqual([
    'README.md emissions-kilograms warning',
    'drafts/README.md emissions-kilograms warning',
  ]);
});

test('predictors for a card lead to its prediction', () => {
  const cwd = folderWith({
    'README.md': GRAMS,
    'bert/README.md': GRAMS,
    [CONFIG]:
      '{"predictors": {"task": "fill-mask"}, "cardPredictors": {"bert/README.md": {"parameters": "110M"}}}',
  });
  const cards = JSON.parse(runCli(['check', '--format', 'json', '.'], { cwd }).stdout) as {
    prediction: unknown;
  }[];
  expect(cards.map(({ prediction }) => prediction !== null)).toEqual([false, true]);
});

describe('mistakes end the check with 2 and say where they are', () => {
  test.each([
    [
      '{"rules": {"emissions-grams": "off"}}',
      '.model-card-co2.json:1:12: There is no rule “emissions-grams”.',
    ],
    ['{\n  "rules": {"emissions-zero": "loud"}\n}', '.model-card-co2.json:2:31: “loud” is no severity'],
    ['{"exlude": []}', '.model-card-co2.json:1:2: “exlude” means nothing here.'],
    ['{', '.model-card-co2.json:1:2: This is no valid JSON: close brace expected.'],
  ])('%s', (config, message) => {
    const cwd = folderWith({ 'README.md': GRAMS, [CONFIG]: config });
    const { code, stdout, stderr } = runCli(['check', '.'], { cwd });
    expect(stderr).toContain(`model-card-co2: ${message}`);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a file that is named has to be there', () => {
    const { code, stderr } = runCli(['check', '--config', 'none.json', '.'], { cwd: folderWith({}) });
    expect(stderr).toMatch(/^model-card-co2: ENOENT: no such file or directory, open 'none\.json'\n$/);
    expect(code).toBe(2);
  });

  test('nothing is mended then', () => {
    const card = KILOGRAMS.replace('1.71\n', '"1.71 kg"\n');
    const cwd = folderWith({ 'README.md': card, [CONFIG]: '{"rule": {}}' });
    expect(runCli(['check', '--fix', '.'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe(card);
  });
});
