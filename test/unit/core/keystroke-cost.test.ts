import { lint } from 'markdownlint/sync';
import { beforeAll, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findFrontMatter } from '../../../src/core/card/front-matter';
import { readCard } from '../../../src/core/card/card';
import { createYamlServices } from '../../../src/core/language/yaml-services';
import { checkCard } from '../../../src/core/rules/check-card';
import { CARD_SIZES, madeUpCard } from '../../bench/cards';
import { sample } from '../../bench/samples';

// Milliseconds differ from machine to machine and from hour to hour; how much longer one thing takes than another in the
// same run does not, least of all by the shortest of many times. `npm run bench keystroke` prints the whole picture.

const ROUNDS = 20;

const { validation } = createYamlServices();
const medium = madeUpCard(CARD_SIZES['30 kB'], 15);
const large = madeUpCard(CARD_SIZES['1 MB'], 15);

/** What is done with a version that nobody has seen before. */
const works = {
  ours: (key: number) => checkCard(readCard(typed(medium, key))),
  'ours, of 1 MB': (key: number) => checkCard(readCard(typed(large, key))),
  'yaml-language-server': (key: number) => {
    const text = typed(medium, key);
    const { start, end } = findFrontMatter(text)?.yaml ?? { start: 0, end: 0 };
    return validation.doValidation(
      TextDocument.create('file:///c.yaml', 'yaml', key, text.slice(start, end)),
    );
  },
  markdownlint: (key: number) => lint({ strings: { card: typed(medium, key) } }),
};

/** Shortest processor times, in milliseconds. */
const shortest: Record<keyof typeof works, number> = {
  ours: Infinity,
  'ours, of 1 MB': Infinity,
  'yaml-language-server': Infinity,
  markdownlint: Infinity,
};

function typed(text: string, key: number): string {
  return text.replace('2.84', `2.84${key}`);
}

beforeAll(async () => {
  for (let key = 0; key < ROUNDS; key++) {
    // They take turns, so that they share the bad moments.
    for (const name of Object.keys(works) as (keyof typeof works)[]) {
      const { processor } = await sample(() => works[name](key));
      shortest[name] = Math.min(shortest[name], processor);
    }
  }
}, 240_000);

test.each([
  ['the YAML language server needs for the front matter alone', 'yaml-language-server', 3],
  ['markdownlint needs for the whole card', 'markdownlint', 1 / 4],
] as const)('a key in a card of 30 kB costs no more than a few times what %s', (_what, peer, times) => {
  expect(shortest.ours / shortest[peer]).toBeLessThan(times);
});

test('a card thirty times as long costs less than thirty times as much', () => {
  expect(shortest['ours, of 1 MB'] / shortest.ours).toBeLessThan(20);
});
