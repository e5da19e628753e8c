import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Parts that are repeated, each behind one that is not, and an end. */
export interface AttackLine {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** A line of about a given length. */
export function attackOf({ pumps, suffix }: AttackLine, length: number): string {
  const parts = pumps.map(
    ({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / pumps.length / pump.length)),
  );
  return parts.join('') + suffix;
}

/** A repetition that ends before this has a bound of its own. */
const LONG_REPETITION = 10;
/** Characters of a class that are tried, and ways through a group. */
const MOST_WAYS = 6;
/** What a class may match beside the characters that the expression itself names. */
const USUAL = 'a0 \t-_./"\n(*A:,|{[<`\'~=!#&%@+\\\u00e9';
/** What hardly any expression goes on with. */
const SUFFIXES = ['', '\0', '\n!'];

/**
 * Lines that make an expression slow if anything does, from its own alphabet: each repetition without an end is brought
 * about by the shortest text before it, then fed with what it repeats, then left with what cannot follow. The same with
 * the text before it repeated as well, so that it is begun at each place; and its words, over and over.
 */
export function attackLines(source: string, flags: string): AttackLine[] {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, {
    unicode: flags.includes('u'),
  });
  const ways = new Ways(source, flags);
  const lines = new Map<string, AttackLine>();
  const add = (prefix: string, pump: string): void => {
    if (pump === '') return;
    for (const suffix of SUFFIXES)
      lines.set(`${prefix}\0${pump}\0${suffix}`, { pumps: [{ prefix, pump }], suffix });
  };
  for (const { prefix, quantifier } of repetitions(pattern.alternatives, '', ways)) {
    for (const pump of ways.of(quantifier.element)) {
      add(prefix, pump);
      add('', prefix + pump);
      add('', prefix + pump.repeat(3));
    }
  }
  const words = source.match(/[A-Za-z]{3,}/g) ?? [];
  for (const word of new Set(words.slice(0, 40))) {
    for (const behind of ['', ' ', '-', '.']) add('', word + behind);
  }
  for (const alone of ways.characters) add('', alone);
  return [...lines.values()];
}

interface Repetition {
  /** What leads to it. */
  readonly prefix: string;
  readonly quantifier: AST.Quantifier;
}

/** Every repetition below some alternatives, with the shortest text that leads to it. */
function* repetitions(
  alternatives: readonly AST.Alternative[],
  before: string,
  ways: Ways,
): Generator<Repetition> {
  for (const { elements } of alternatives) {
    let prefix = before;
    for (const element of elements) {
      yield* repetitionsIn(element, prefix, ways);
      prefix += ways.shortest(element);
    }
  }
}

function* repetitionsIn(element: AST.Element, prefix: string, ways: Ways): Generator<Repetition> {
  if (element.type === 'Quantifier') {
    if (element.max >= LONG_REPETITION) yield { prefix, quantifier: element };
    yield* repetitionsIn(element.element, prefix, ways);
  } else if ('alternatives' in element) {
    yield* repetitions(element.alternatives, prefix, ways);
  }
}

/** Texts that the parts of one expression match. */
class Ways {
  /** Those that the expression names, then the usual ones. */
  readonly characters: readonly string[];
  readonly #flags: string;

  constructor(source: string, flags: string) {
    this.#flags = flags.replaceAll(/[gy]/g, '');
    this.characters = [...new Set(Array.from(source.replaceAll(/\\./g, '') + USUAL))];
  }

  /** The shortest text that a part matches. */
  shortest(element: AST.Element): string {
    return this.of(element)[0] ?? '';
  }

  /** Some texts that a part matches, the shortest first. */
  of(element: AST.Element): string[] {
    switch (element.type) {
      case 'Character':
        return [String.fromCodePoint(element.value)];
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const one = new RegExp(`^(?:${element.raw})$`, this.#flags);
        return this.characters.filter((character) => one.test(character)).slice(0, MOST_WAYS);
      }
      case 'Group':
      case 'CapturingGroup':
        return this.#ofAlternatives(element.alternatives);
      case 'Quantifier':
        return this.of(element.element).map((text) => text.repeat(element.min));
      case 'Assertion':
      case 'Backreference':
        return [''];
    }
  }

  #ofAlternatives(alternatives: readonly AST.Alternative[]): string[] {
    const texts = alternatives.flatMap(({ elements }) => {
      // Where the parts match several texts, each is seen once beside the shortest of the others.
      const shortest = elements.map((element) => this.shortest(element));
      const most = Math.max(1, ...elements.map((element) => this.of(element).length));
      return Array.from({ length: most }, (_, at) =>
        elements.map((element, place) => this.of(element)[at] ?? shortest[place] ?? '').join(''),
      );
    });
    return [...new Set(texts)].sort((a, b) => a.length - b.length).slice(0, MOST_WAYS * 2);
  }
}
