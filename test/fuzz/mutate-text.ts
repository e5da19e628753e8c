import { AMOUNTS, CHARACTERS, PROSE_FRAGMENTS, YAML_FRAGMENTS } from './fragments';
import type { Random } from './random';

/** One way to damage a card, or to write it in a way that nobody expects. */
type Mutation = (text: string, random: Random, other: string) => string;

const FENCE = /^---[ \t]*$/gm;
const NUMBER = /[+-]?\d[\d.,_]*/g;
const VALUE = /(?<=:[ \t])[^\s#][^\r\n#]{0,200}$/gm;
const KEY = /^[ \t]*[\w-]{1,60}(?=:)/gm;

/** Above this, mutations no longer make a text grow: a million cases must come to an end. */
const LARGEST = 200_000;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  character: (text, random) => replaced(text, place(text, random), 1, random.pick(CHARACTERS)),
  printable: (text, random) =>
    replaced(text, place(text, random), 1, String.fromCharCode(32 + random.below(95))),
  insertCharacter: (text, random) => replaced(text, place(text, random), 0, random.pick(CHARACTERS)),
  deleteSome: (text, random) => replaced(text, place(text, random), 1 + random.below(20), ''),
  truncate: (text, random) => text.slice(0, place(text, random)),
  beginLater: (text, random) => text.slice(random.below(20)),
  repeatSome: (text, random) => {
    const start = place(text, random);
    const some = text.slice(start, start + 1 + random.below(60));
    return replaced(text, start, 0, some.repeat(1 + random.below(random.chance(0.05) ? 2000 : 4)));
  },
  yamlFragment: (text, random) => insertedAtLine(text, random, random.pick(YAML_FRAGMENTS)),
  yamlFragmentAnywhere: (text, random) => replaced(text, place(text, random), 0, random.pick(YAML_FRAGMENTS)),
  proseFragment: (text, random) =>
    replaced(text, random.below(text.length + 1), 0, random.pick(PROSE_FRAGMENTS)),
  deleteLine: (text, random) => changedLines(text, random, (lines, at) => void lines.splice(at, 1)),
  duplicateLine: (text, random) =>
    changedLines(
      text,
      random,
      (lines, at) => void lines.splice(random.below(lines.length), 0, lines[at] ?? ''),
    ),
  swapLines: (text, random) =>
    changedLines(text, random, (lines, at) => {
      const to = random.below(lines.length);
      [lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? ''];
    }),
  indentLine: (text, random) =>
    changedLines(text, random, (lines, at) => {
      lines[at] = random.pick([' ', '  ', '    ', '\t', '- ', '      ']) + (lines[at] ?? '');
    }),
  outdentLine: (text, random) =>
    changedLines(text, random, (lines, at) => {
      lines[at] = (lines[at] ?? '').replace(/^[ \t-]{1,3}/, '');
    }),
  commentLine: (text, random) =>
    changedLines(text, random, (lines, at) => {
      lines[at] =
        `${lines[at] ?? ''}${random.pick([' # in grams', ' #', '#x', ' # co2-ignore: emissions-unit'])}`;
    }),
  number: (text, random) => replacedMatch(text, random, NUMBER, () => random.pick(AMOUNTS)),
  unit: (text, random) =>
    replacedMatch(
      text,
      random,
      NUMBER,
      (number) => number + random.pick([' kg', 'g', ' kgCO2', ' t', ' lbs', 'e3', '%', ' kWh']),
    ),
  value: (text, random) =>
    replacedMatch(text, random, VALUE, () => random.pick(random.chance(0.5) ? AMOUNTS : YAML_FRAGMENTS)),
  quoteValue: (text, random) =>
    replacedMatch(text, random, VALUE, (value) => {
      const quote = random.pick(['"', "'", '`']);
      return `${quote}${value}${random.chance(0.9) ? quote : ''}`;
    }),
  nestValue: (text, random) =>
    replacedMatch(text, random, VALUE, (value) => {
      const depth = random.chance(0.05) ? 1000 : 1 + random.below(5);
      const [open, close] = random.pick([
        ['[', ']'],
        ['{a: ', '}'],
        ['- ', ''],
      ] as const);
      return `${open.repeat(depth)}${value}${close.repeat(depth)}`;
    }),
  anchorValue: (text, random) =>
    replacedMatch(
      text,
      random,
      VALUE,
      (value) => `${random.pick(['&a ', '&b ', '!!str ', '!x ', '!!float '])}${value}`,
    ),
  aliasValue: (text, random) =>
    replacedMatch(text, random, VALUE, () => random.pick(['*a', '*b', '[*a, *b]', '{<<: *a}'])),
  hugeValue: (text, random) =>
    replacedMatch(text, random, VALUE, (value) =>
      value.repeat(1 + random.below(random.chance(0.1) ? 5000 : 200)),
    ),
  blockValue: (text, random) =>
    replacedMatch(
      text,
      random,
      VALUE,
      (value) => `${random.pick(['|', '>', '>-', '|+', '|2', '> # why'])}\n    ${value}`,
    ),
  key: (text, random) =>
    replacedMatch(text, random, KEY, () =>
      random.pick([
        'co2_eq_emissions',
        'co2',
        'CO2_eq_emission',
        'emissions',
        '  emissions',
        '__proto__',
        'constructor',
        '"emissions"',
        'training_type',
        '  training-type',
        'license',
        '<<',
        '? x',
      ]),
    ),
  copyKey: (text, random) => {
    const key = text.match(KEY);
    return key === null ? text : replacedMatch(text, random, KEY, () => random.pick(key));
  },
  fence: (text, random) =>
    replacedMatch(text, random, FENCE, () =>
      random.pick([
        '',
        '--',
        '----',
        ' ---',
        '\t---',
        '---\t',
        '--- ',
        '...',
        '--- #',
        '———',
        '---\n---',
        '```',
        '---yaml',
      ]),
    ),
  textBefore: (text, random) =>
    random.pick(['# Title\n\n', '\n\n\n', ' ', '\uFEFF', '\uFEFF\uFEFF', '---\n', '<!-- -->\n', '```\n']) +
    text,
  lineBreaks: (text, random) => text.replace(/\r\n|\r|\n/g, random.pick(['\n', '\r\n', '\r'])),
  mixedLineBreaks: (text, random) =>
    text.replace(/\r\n|\r|\n/g, () => random.pick(['\n', '\r\n', '\r', '\n', '\n'])),
  noLineBreaks: (text) => text.replace(/[\r\n]+/g, ' '),
  splice: (text, random, other) => text.slice(0, place(text, random)) + other.slice(place(other, random)),
  otherFrontMatter: (text, random, other) => {
    const end = other.indexOf('\n---', 3);
    return insertedAtLine(text, random, other.slice(4, Math.max(4, end + 1)));
  },
  longLine: (text, random) =>
    insertedAtLine(
      text,
      random,
      random
        .pick(['a', ' ', '1', '- ', '[', '{', '"', "'", ':', '*', '|', 'CO2 ', '1.5 ', '\t', '&a ', '#'])
        .repeat(random.pick([100, 1000, random.chance(0.05) ? 100_000 : 3000])),
    ),
};

const TABLE = Object.values(MUTATIONS);

/** A text changed in one to some places. `other` is a second text to take parts from. */
export function mutateText(text: string, other: string, random: Random): string {
  let mutated = text;
  const rounds = random.chance(0.5) ? 1 : 1 + random.below(6);
  for (let round = 0; round < rounds; round += 1) {
    const next = random.pick(TABLE)(mutated, random, other);
    if (next.length <= LARGEST) mutated = next;
  }
  return mutated;
}

/** Mostly in the front matter, which is what is read closely. */
function place(text: string, random: Random): number {
  const end = text.indexOf('\n---', 3);
  return random.below((end > 0 && random.chance(0.7) ? end + 4 : text.length) + 1);
}

function replaced(text: string, start: number, length: number, newText: string): string {
  return text.slice(0, start) + newText + text.slice(start + length);
}

function insertedAtLine(text: string, random: Random, fragment: string): string {
  const at = text.lastIndexOf('\n', place(text, random)) + 1;
  return replaced(text, at, 0, fragment);
}

function changedLines(text: string, random: Random, change: (lines: string[], at: number) => void): string {
  const lines = text.split('\n');
  const at = text.slice(0, place(text, random)).split('\n').length - 1;
  change(lines, Math.min(at, lines.length - 1));
  return lines.join('\n');
}

function replacedMatch(
  text: string,
  random: Random,
  pattern: RegExp,
  replacement: (match: string) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  // The first ones stand in the front matter.
  const match = random.pick(random.chance(0.7) ? matches.slice(0, 12) : matches);
  return replaced(text, match.index, match[0].length, replacement(match[0]));
}
