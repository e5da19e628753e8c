import { describe, expect, test } from 'vitest';
import { ignoreList, isBelowIgnored, isIgnored, isTamePattern } from '../../../../src/core/files/ignore-list';

const lists = [
  ignoreList('', ['*.md', '!README.md', '/build/', 'cache/']),
  ignoreList('models/', ['private/', '!cache/', '/one/README.md']),
];

describe('the list of the innermost folder has the last word', () => {
  test.each([
    ['notes.md', true],
    ['README.md', false],
    ['build/', true],
    ['models/build/', false],
    ['cache/', true],
    ['models/cache/', false],
    ['models/private/', true],
    ['private/', false],
    ['models/one/README.md', true],
    ['one/README.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isIgnored(path, lists)).toBe(expected);
  });
});

test('what lies in an ignored folder is ignored, even where a pattern would take it back', () => {
  const inner = [ignoreList('', ['build/']), ignoreList('build/', ['!README.md'])];
  expect(isIgnored('build/README.md', inner)).toBe(false);
  expect(isBelowIgnored('build/README.md', inner)).toBe(true);
  expect(isBelowIgnored('models/private/a/README.md', lists)).toBe(true);
  expect(isBelowIgnored('models/cache/README.md', lists)).toBe(false);
});

test('paths may be absolute', () => {
  const list = [ignoreList('/home/me/cards/', ['drafts/'])];
  expect(isBelowIgnored('/home/me/cards/drafts/README.md', list)).toBe(true);
  expect(isBelowIgnored('/home/me/drafts/README.md', list)).toBe(false);
});

test('a pattern that could take minutes is left out', () => {
  const slow = '*a*a*a*a*a*a*a*a*a*b';
  expect(isTamePattern(slow)).toBe(false);
  expect(isTamePattern('**/*.[Mm][Dd]')).toBe(true);
  const start = process.cpuUsage();
  expect(isIgnored(`${'a'.repeat(250)}/README.md`, [ignoreList('', [slow])])).toBe(false);
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});
