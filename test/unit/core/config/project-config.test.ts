import { describe, expect, test } from 'vitest';
import { readProjectConfig } from '../../../../src/core/config/project-config';
import { rules } from '../../../../src/core/rules';

/** Each problem as the text that it is about, and its message. */
function problemsOf(text: string): [string, string][] {
  return readProjectConfig(text).problems.map(({ range, message }) => [
    text.slice(range.start, range.end),
    message,
  ]);
}

describe('a configuration', () => {
  const { config, problems } = readProjectConfig(`\uFEFF// for all cards of the team
{
  "$schema": "https://example.org/schema.json",
  "rules": { "emissions-absent": "error" /* everybody declares */ },
  "ruleCustomizations": [{ "rule": "emissions-*", "files": "archive/**", "severity": "off" }],
  "cardFolders": ["cards"],
  "exclude": ["drafts/", "!drafts/ready/", "*.tmp.md"],
  "predictors": { "organization": "university", "likes": null },
  "cardPredictors": { "bert/README.md": { "parameters": "110M" } },
}`);

  test('may hold comments and trailing commas', () => {
    expect(problems).toEqual([]);
    expect(config.severities).toEqual({
      rules: { 'emissions-absent': 'error' },
      customizations: [{ rule: 'emissions-*', files: 'archive/**', severity: 'off' }],
    });
    expect(config.cardFolders).toEqual(['cards']);
  });

  test.each([
    ['drafts/README.md', true],
    ['models/drafts/README.md', true],
    ['drafts/ready/README.md', true],
    ['a/b.tmp.md', true],
    ['README.md', false],
    ['draft/README.md', false],
    ['../drafts/README.md', false],
    ['', false],
  ])('excludes as .gitignore does: %s is %s', (path, expected) => {
    expect(config.excludes(path)).toBe(expected);
  });

  test('has predictors for all cards, and over that for one', () => {
    expect(config.predictorsOf('README.md')).toEqual({ organization: 'university' });
    expect(config.predictorsOf('bert/README.md')).toEqual({
      organization: 'university',
      parameters: '110M',
    });
    expect(config.predictorsOf('toString')).toEqual({ organization: 'university' });
  });
});

describe('what is wrong is said where it stands', () => {
  const list = rules.map(({ id }) => id).join(', ');

  test.each([
    [
      '{"rules": {"emissions-grams": "off"}}',
      '"emissions-grams"',
      `There is no rule “emissions-grams”. The rules are ${list}.`,
    ],
    [
      '{"rules": {"emissions-zero": "loud"}}',
      '"loud"',
      '“loud” is no severity: use error, warning, information, hint or off.',
    ],
    [
      '{"rules": {"emissions-zero": 2}}',
      '2',
      'A severity is one of "error", "warning", "information", "hint" and "off".',
    ],
    ['{"rules": []}', '[]', 'This must be a mapping of rules to their severities.'],
    [
      '{"severity": {}}',
      '"severity"',
      '“severity” means nothing here. Known are $schema, rules, ruleCustomizations, cardFolders, exclude, predictors, cardPredictors.',
    ],
    [
      '{"ruleCustomizations": [{"rule": "emission-*", "severity": "off"}]}',
      '"emission-*"',
      `There is no rule “emission-*”. The rules are ${list}.`,
    ],
    [
      '{"ruleCustomizations": [{"rule": "*", "severity": "off"}, {"rule": "*"}]}',
      '{"rule": "*"}',
      '"severity" is missing.',
    ],
    [
      '{"ruleCustomizations": [{"rule": "*", "file": "a", "severity": "off"}]}',
      '"file"',
      '“file” means nothing here. Known are rule, files, severity.',
    ],
    ['{"exclude": "drafts"}', '"drafts"', 'This must be a list of patterns, as in .gitignore.'],
    [
      '{"exclude": ["*a*a*a*a*a"]}',
      '"*a*a*a*a*a"',
      'This pattern has too many wildcards: four are the most.',
    ],
    [
      '{"cardFolders": ["../cards"]}',
      '"../cards"',
      'A folder is named relative to this file, and lies below it.',
    ],
    [
      '{"cardFolders": ["/cards"]}',
      '"/cards"',
      'A folder is named relative to this file, and lies below it.',
    ],
    [
      '{"predictors": {"organization": "school"}}',
      '"school"',
      'An organisation is one of "community", "company", "non-profit", "university", "other".',
    ],
    ['{"predictors": {"commits": 0}}', '0', 'This must be a whole number, 1 or more.'],
    [
      '{"predictors": {"parameters": true}}',
      'true',
      'This must be a number of parameters, such as 7000000000 or "7B".',
    ],
    [
      '{"cardPredictors": {"a/README.md": {"like": 1}}}',
      '"like"',
      '“like” means nothing here. Known are parameters, likes, commits, repoAgeDays, task, organization.',
    ],
    ['[]', '[]', 'This must be a mapping of settings to their values.'],
    ['{"rules": }', '}', 'This is no valid JSON: value expected.'],
    ['', '', 'This is no valid JSON: value expected.'],
  ])('%s', (text, where, message) => {
    expect(problemsOf(text)).toEqual([[where, message]]);
  });

  test('every problem is told, not only the first', () => {
    const text = '{"rules": {"a": "off", "b": "off"}, "exclude": 1, "x": 2}';
    expect(
      problemsOf(text)
        .map(([where]) => where)
        .sort(),
    ).toEqual(['"a"', '"b"', '"x"', '1']);
  });

  test('the rest holds', () => {
    const text = '{"rules": {"a": "off", "emissions-zero": "error"}, "exclude": 1, "cardFolders": ["cards"]}';
    const { config } = readProjectConfig(text);
    expect(config.severities.rules).toEqual({ 'emissions-zero': 'error' });
    expect(config.cardFolders).toEqual(['cards']);
  });

  test.each([
    ['nested without end', '['.repeat(200_000)],
    ['as long as a book', ' '.repeat(300_000)],
    ['another prototype', '{"__proto__": {"rules": 1}}'],
    ['no text', '\0\u{1F600}'],
  ])('%s is refused', (_, text) => {
    expect(readProjectConfig(text).problems).toHaveLength(1);
  });
});
