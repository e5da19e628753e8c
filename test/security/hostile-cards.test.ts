// Cards that someone wrote to hang, end or mislead what reads them: each with what its reader sees.
import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { paperModel } from '../../src/core/glm/paper-model';
import { emissionsHover } from '../../src/core/hover/emissions-hover';
import { predictCard } from '../../src/core/prediction/predict-card';
import { checkCard } from '../../src/core/rules/check-card';
import { timed } from './hostile-file';

/** Processor time for one card, in milliseconds: a hundredth of it is usual, and tests share their machine. */
const MOST_TIME = 3000;

const card = (yaml: string, prose = ''): string => `---\n${yaml}\n---\n${prose}`;
const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Each list holds the one before nine times. */
const LAUGHS = many(32, (level) => {
  const item = level === 0 ? 'x' : `*l${level - 1}`;
  return `l${level}: &l${level} [${Array.from({ length: 9 }, () => item).join(', ')}]`;
});

/** What an author sees: that the card was not read, or the findings as `rule: message`. */
function seen(text: string): string[] {
  const read = readCard(text);
  const { findings, judgement } = checkCard(read, { severities: { rules: { 'emissions-context': 'off' } } });
  emissionsHover(read, judgement, predictCard(paperModel, { card: read }).prediction);
  if (read.refusal !== undefined) return [read.refusal];
  return findings.map(({ message, rule }) => `${rule}: ${message}`);
}

const KILOGRAMS = ['emissions-unit: The Hub needs a plain number of grams here; “5 kg” is 5000 g.'];
const LIST = [
  'emissions-shape: The Hub cannot read emissions written as a list and drops them. Write the keys below `co2_eq_emissions` without dashes.',
];
const ALIASES = ['The metadata has more than 300 aliases (“*name”) and is not checked.'];
const TOO_DEEP = ['The metadata is nested too deeply to be checked.'];
const TOO_LARGE = ['The front matter is larger than 512 KB and is not checked.'];
const NO_TEXT = ['This file is not text: it holds NUL characters.'];
const refusedByHub = (why: string): string[] => [
  `yaml-syntax: The Hub cannot read this metadata and shows an error on the card: ${why}.`,
];
const noLicence = (written: string): string[] => [
  `metadata-schema: \`${written}\` is not a licence the Hub knows; for any other licence write \`other\`, with \`license_name\` and \`license_link\`.`,
];
const noNumber = (written: string): string[] => [
  `emissions-number: The Hub needs a plain number of grams here, and “${written}” is none.`,
];

type Hostile = readonly [what: string, text: () => string, sees: readonly string[]];

const ALIASED: readonly Hostile[] = [
  ['aliases of aliases, nine to the power of 31', () => card(`${LAUGHS}\nco2_eq_emissions: 5000`), []],
  ['the same as the emissions', () => card(`${LAUGHS}\nco2_eq_emissions: *l31`), LIST],
  ['301 aliases', () => card(`a: &a x\n${many(301, (at) => `k${at}: *a`)}`), ALIASES],
  [
    'an alias of nothing',
    () => card('co2_eq_emissions: *nobody'),
    refusedByHub('unidentified alias "nobody"'),
  ],
  ['a mapping that holds itself', () => card('loop: &l {again: *l}\nco2_eq_emissions: *l'), []],
  ['a list that holds itself', () => card('co2_eq_emissions: &l [*l]'), LIST],
  ['a mapping merged into itself', () => card('co2_eq_emissions: &l\n  <<: *l\n  emissions: 5000'), []],
  ['a number merged', () => card('co2_eq_emissions:\n  <<: 5\n  emissions: 5000'), []],
  [
    '299 merges of 5,000 keys',
    () => {
      const wide = `a: &a {${Array.from({ length: 5000 }, (_, at) => `k${at}: 1`).join(', ')}}`;
      return card(`${wide}\n${many(299, (at) => `m${at}: {<<: *a}`)}\nco2_eq_emissions: 5000`);
    },
    [],
  ],
  [
    '20,000 anchors',
    () => card(`${many(20_000, (at) => `k${at}: &a${at} 1`)}\nco2_eq_emissions: 5 kg`),
    KILOGRAMS,
  ],
];

const NESTED: readonly Hostile[] = [
  ['5,000 lists in each other', () => card(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`), TOO_DEEP],
  ['200,000 opened and never closed', () => card(`a: ${'['.repeat(200_000)}`), TOO_DEEP],
  ['300 mappings, each indented further', () => card(many(300, (at) => `${' '.repeat(at)}a:`)), TOO_DEEP],
  ['50,000 dashes in a line', () => card(`a:\n ${'- '.repeat(50_000)}x`), TOO_DEEP],
  ['50,000 question marks in a line', () => card('? '.repeat(50_000)), TOO_DEEP],
];

const LARGE: readonly Hostile[] = [
  [
    'a licence of 400,000 letters',
    () => card(`license: ${'x'.repeat(400_000)}`),
    noLicence(`${'x'.repeat(59)}…`),
  ],
  [
    'a number of 400,000 digits',
    () => card(`co2_eq_emissions: ${'9'.repeat(400_000)}`),
    noNumber(`${'9'.repeat(79)}…`),
  ],
  [
    'an amount on 40,000 lines',
    () => card(`co2_eq_emissions: >\n${many(40_000, () => '  5 kg')}`),
    noNumber(`${'5 kg '.repeat(16).slice(0, 79)}…`),
  ],
  ['100,000 keys', () => card(many(100_000, (at) => `k${at}: ${at}`)), TOO_LARGE],
  ['one key 40,000 times', () => card(many(40_000, () => 'k: 1')), refusedByHub('duplicated mapping key')],
  [
    'a file of 50 MB',
    () => card('co2_eq_emissions: 5 kg', 'x'.repeat(50 << 20)),
    ['This file has 50 MB; a model card above 8 MB is not checked.'],
  ],
  [
    '100,000 escaped quotes, never closed',
    () => card(`license: "${'\\"'.repeat(100_000)}`),
    refusedByHub('unexpected end of the stream within a double quoted scalar'),
  ],
  ['a comment of 400,000 signs', () => card(`# ${'#'.repeat(400_000)}\nco2_eq_emissions: 5 kg`), KILOGRAMS],
  ['400,000 blanks before a value', () => card(`a:${' '.repeat(400_000)}b`), []],
  ['400,000 blank lines', () => card('\n'.repeat(400_000)), []],
  ['200,000 colons', () => card(':'.repeat(200_000)), []],
  [
    '400,000 dashes',
    () => card('-'.repeat(400_000)),
    refusedByHub('the metadata must be a mapping of keys to values'),
  ],
  ['200,000 fences', () => '---\n'.repeat(200_000), []],
  [
    'a block of 100,000 lines that is never closed',
    () => `---\n${'a: b\n'.repeat(100_000)}`,
    [
      'front-matter: This block is never closed, so the Hub sees no metadata at all. Close it with a line “---”.',
    ],
  ],
];

const NAMED: readonly Hostile[] = [
  [
    '`__proto__` and `constructor` as keys',
    () =>
      card(
        '__proto__:\n  co2_eq_emissions: 5 kg\nconstructor: {prototype: {license: x}}\nco2_eq_emissions: 5000',
      ),
    [],
  ],
  [
    '`__proto__` among the emissions',
    () => card('co2_eq_emissions:\n  __proto__: {emissions: 5 kg}\n  emissions: 5000'),
    [],
  ],
  [
    '`__proto__` merged',
    () => card('a: &a {__proto__: {emissions: 1}}\nco2_eq_emissions:\n  <<: *a\n  emissions: 5000'),
    [],
  ],
  [
    '`__proto__` as a licence',
    () => card('license: __proto__\nco2_eq_emissions: 5000'),
    noLicence('__proto__'),
  ],
  [
    'a tag that runs a program in Python',
    () => card('co2_eq_emissions: !!python/object/apply:os.system ["id"]'),
    refusedByHub('unknown sequence tag !<tag:yaml.org,2002:python/object/apply:os.system>'),
  ],
  [
    'a tag that was a function in old js-yaml',
    () => card('co2_eq_emissions: !!js/function "function () { return 5 }"'),
    refusedByHub('unknown scalar tag !<tag:yaml.org,2002:js/function>'),
  ],
  [
    'two values',
    () => card('co2_eq_emissions: 5000\nco2_eq_emissions: 6000'),
    refusedByHub('duplicated mapping key'),
  ],
];

const ENCODED: readonly Hostile[] = [
  ['a NUL in the metadata', () => card('co2_eq_emissions: 5\0kg'), NO_TEXT],
  ['a NUL in the prose', () => card('co2_eq_emissions: 5 kg', 'a\0b'), NO_TEXT],
  [
    'bytes of a program',
    () => new TextDecoder().decode(Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256)),
    NO_TEXT,
  ],
  [
    'halves of characters',
    () => card('license: "\uD800"\nco2_eq_emissions: 5 kg \uDC00'),
    refusedByHub('the stream contains non-printable characters'),
  ],
  ['a byte order mark', () => `\uFEFF${card('co2_eq_emissions: 5 kg')}`, KILOGRAMS],
  [
    'CRLF, CR and LF in turn',
    () => card('license: mit\r\nco2_eq_emissions: 5 kg\rlibrary_name: transformers'),
    KILOGRAMS,
  ],
  ['nothing but CR', () => card('license: mit\nco2_eq_emissions: 5 kg').replaceAll('\n', '\r'), KILOGRAMS],
  [
    'tabs for blanks',
    () => card('co2_eq_emissions:\n\temissions: 5'),
    refusedByHub('tab characters must not be used in indentation'),
  ],
  [
    'a directive',
    () => card('%YAML 1.2\n---\nco2_eq_emissions: 5 kg'),
    refusedByHub('directives end mark is expected'),
  ],
  ['text that runs backwards', () => card('co2_eq_emissions: "\u202Egk 5"'), noNumber(' gk 5')],
  ['commands to a terminal', () => card('co2_eq_emissions: "\\e]0;mine\\a5 kg"'), noNumber(' ]0;mine 5 kg')],
];

describe('each hostile card: what its author sees, and in time', () => {
  describe.each([
    ['aliases and merges', ALIASED],
    ['nesting', NESTED],
    ['size', LARGE],
    ['names and tags', NAMED],
    ['encoding', ENCODED],
  ])('%s', (_group, cards) => {
    test.each(cards)('%s', async (_what, text, sees) => {
      const made = text();
      const { result, time } = await timed(MOST_TIME, () => seen(made));
      expect(result).toEqual(sees);
      expect(time).toBeLessThan(MOST_TIME);
    });
  });
});
