import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardFolderPath, isInCardFolder } from '../../../../src/core/config/card-folder';
import { readProjectConfig } from '../../../../src/core/config/project-config';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { items?: { pattern?: string } }>>;
    }[];
  };
}

const manifest = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8'),
) as Manifest;
const setting = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
) as Manifest['contributes']['configuration'][number]['properties'];
const pattern = new RegExp(setting['modelCardCo2.cardFolders']?.items?.pattern ?? '', 'u');

const BELOW: readonly [name: string, path: string][] = [
  ['cards', 'cards'],
  ['cards/', 'cards'],
  ['./cards', 'cards'],
  ['a//b/', 'a/b'],
  ['a\\b', 'a/b'],
  ['.', ''],
  ['..cards', '..cards'],
  ['a..', 'a..'],
  ['.../b', '.../b'],
  ['cards [old]', 'cards [old]'],
];
const ELSEWHERE = [
  '',
  '..',
  '../cards',
  'a/..',
  'a/../b',
  'a\\..\\b',
  '/',
  '/etc',
  '\\\\server\\share',
  'C:',
  'c:\\cards',
  './..',
];

describe('a folder of cards lies below the one that the setting is relative to', () => {
  test.each(BELOW)('%j is %j', (name, path) => {
    expect(cardFolderPath(name)).toBe(path);
    expect(readProjectConfig(JSON.stringify({ cardFolders: [name] })).config.cardFolders).toEqual([path]);
    expect(name).toMatch(pattern);
  });

  test.each(ELSEWHERE)('%j is none, for the configuration file as for the setting', (name) => {
    expect(cardFolderPath(name)).toBeUndefined();
    expect(
      readProjectConfig(JSON.stringify({ cardFolders: [name] })).problems.map(({ message }) => message),
    ).toEqual(['A folder is named relative to this file, and lies below it.']);
    expect(name).not.toMatch(pattern);
  });
});

test.each([
  ['cards/a.md', ['cards'], true],
  ['cards.md', ['cards'], false],
  ['cards2/a.md', ['cards'], false],
  ['a.md', [''], true],
  ['a.md', [], false],
])('%s in %j: %s', (path, folders, expected) => {
  expect(isInCardFolder(path, folders)).toBe(expected);
});
