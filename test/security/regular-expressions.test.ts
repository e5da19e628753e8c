import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { check } from 'recheck';
import { literalsOf, sourceFiles } from './regular-expressions';

/** The build in JavaScript: no Java and no binary. Its types are those of the package. */
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as {
  checkSync: (source: string, flags: string, options: object) => Awaited<ReturnType<typeof check>>;
};

/**
 * Expressions that are not linear, or too long to be proven so, with what bounds the text that they are given. All
 * others are proven linear, one after the other.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'core/card/emissions-entry.ts /!(?:<': 'the 200 characters before a value',
  'core/card/yaml-node.ts /(?:"[^': 'counted repetitions, tried at one place of a refused block',
  'core/codecarbon/emissions-file.ts /emissions?': 'the name of a file',
  'core/codecarbon/parse-emissions-csv.ts /^[+-]?(?:': 'counted repetitions',
  'core/language/front-matter-document.ts /(?:(?:':
    'tried at one place; the parts begin with different characters',
  'core/language/hover-text.ts /\\s*': 'what the schema says of a key',
  'core/physical/accelerators.ts /^[\\s-]{0,2}': 'a few words behind the name of a device',
  'core/predictors/headers/lfs-pointer.ts /^version': 'a file of at most 1,024 bytes',
  'core/predictors/hub.ts /\\/+$': 'an address from the settings',
  'core/card/statements/emissions.ts /\\b(?:rmse':
    'the characters before an amount, of which 160 are looked at',
  'core/card/statements/hardware.ts /\\d[^()]': 'counted repetitions',
  'core/card/statements/hidden-ranges.ts /(`{3,}': 'tried at one place, and the search goes on behind it',
  'core/card/statements/hours.ts /\\b(?:': 'alternatives that begin with different words',
  'core/card/statements/mention.ts /': 'a clause, cut to its length',
  'core/card/statements/passage.ts /[*`]+': 'one character class a branch, searched from left to right',
  'core/card/statements/passages.ts /^[ \\t]{0,40}': 'counted repetitions at the start of a line',
  'core/card/statements/scope.ts /\\b': 'a passage, cut to its length',
  'core/glm/printf.ts /\\.?0+$': 'a number that this program has printed',
  'core/predictors/size/size-in-name.ts /\\.+$': 'the name of a model, cut to its length',
  'core/predictors/size/size-in-text.ts /[.,_]+$': 'a number of at most some dozen characters',
  'vscode/refit/whole-file.ts /\\.+$': 'the name of a file',
  'vscode/card-files.ts /^(?:co2': 'alternatives that begin with different words, over 64 KB',
};

const expressions = sourceFiles(['core', 'node', 'cli', 'vscode', 'webview'])
  .flatMap(literalsOf)
  .filter(
    ({ source, where }) => !Object.keys(BOUNDED).some((known) => `${where} /${source}`.startsWith(known)),
  );

describe('regular expressions take time in proportion to the text', () => {
  const files = [...new Set(expressions.map(({ where }) => where))];
  test.each(files)('%s', (file) => {
    const ofFile = expressions.filter(({ where }) => where === file);
    const slow = ofFile.filter(
      ({ flags, source }) => checkSync(source, flags, { timeout: 20_000 }).status !== 'safe',
    );
    expect(slow.map(({ flags, source }) => `/${source}/${flags}`)).toEqual([]);
  });
});
