import { describe, expect, test } from 'vitest';
import { LANGUAGE_NAMES, isLanguage } from '../../../../src/core/schema/languages';
import { isUpToDate } from '../../../generate/generated-file';
import { languagesFile } from '../../../generate/languages';
import { librariesFile } from '../../../generate/libraries';
import { hasLicenseList, licensesFile } from '../../../generate/licenses';
import { tasksFile } from '../../../generate/tasks';

describe('the lists are what their sources say (else run: npx tsx test/generate/hub-data.mts)', () => {
  test.each([languagesFile, librariesFile, tasksFile])('$path', async (file) => {
    expect(await isUpToDate(file)).toBe(true);
  });

  test.skipIf(!hasLicenseList)(`${licensesFile.path} (skipped where the list is not at hand)`, async () => {
    expect(await isUpToDate(licensesFile)).toBe(true);
  });
});

describe('language codes', () => {
  test.each([
    ['en', true, 'ISO 639-1'],
    ['deu', true, 'ISO 639-3'],
    ['ger', true, 'ISO 639-2, bibliographic'],
    ['ber', true, 'ISO 639-2, a family'],
    ['code', true, 'special'],
    ['multilingual', true, 'special'],
    ['EN', false, 'not lower case'],
    ['xx', false, 'no language'],
    ['qqq', false, 'local use'],
    ['e', false, 'too short'],
    ['', false, 'empty'],
    ['constructor', false, 'a property of every object'],
    ['en-US', false, 'with a region'],
  ])('%s is a language: %s (%s)', (code, expected) => {
    expect(isLanguage(code)).toBe(expected);
  });

  test('every named language is one', () => {
    expect(Object.keys(LANGUAGE_NAMES).every(isLanguage)).toBe(true);
  });
});
