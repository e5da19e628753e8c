import { type AttackLine, attackLines, attackOf } from './attack-lines';
import type { FoundExpression } from './regular-expressions';

/** Characters of the lines, each twice as long as the one before. */
const LENGTHS = [500, 1000, 2000, 4000, 8000, 16_000, 32_000];
/** Over the last three doublings what grows in proportion becomes eight times as much, with the square 64 times. */
const MOST_GROWTH = 20;
/** Processor time (ms) of the longest line below which nothing can have grown with the square: that takes a second. */
const NOTHING = 5;
/** Processor time (ms) that nothing in proportion takes on any machine, and beyond which longer lines need not be tried. */
const FAR_TOO_MUCH = 400;
const TRIES = 3;

/** An attack, and how processor time (ms) grew with it. */
export interface Slowness {
  readonly attack: AttackLine;
  readonly times: readonly number[];
}

/**
 * The first attack under which an expression takes more time than in proportion to the line: each line is searched at
 * n, 2n, 4n, … characters, and again where that looks too slow, for another program may have had the processor's caches.
 */
export function growingFaster(
  { flags, source }: Pick<FoundExpression, 'flags' | 'source'>,
  others: readonly AttackLine[] = [],
): Slowness | undefined {
  const compiled = new RegExp(source, flags);
  return firstSlow([...others, ...attackLines(source, flags)], (line) => {
    compiled.lastIndex = 0;
    if (compiled.global) line.replace(compiled, '');
    else compiled.test(line);
  });
}

/** The first attack under which some work takes more time than in proportion to the line that it is given. */
export function firstSlow(
  attacks: readonly AttackLine[],
  work: (line: string) => unknown,
): Slowness | undefined {
  for (const attack of attacks) {
    const times = growth(work, attack);
    if (times !== undefined) return { attack, times };
  }
  return undefined;
}

/** The times of an attack that is too much; undefined where it is not. */
function growth(work: (line: string) => unknown, attack: AttackLine): number[] | undefined {
  const best: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    for (const [at, length] of LENGTHS.entries()) {
      const line = attackOf(attack, length);
      const time = Math.min(
        best[at] ?? Infinity,
        timeOf(() => work(line)),
      );
      best[at] = time;
      if (time > FAR_TOO_MUCH) return best;
    }
    const [eighth = 0, longest = 0] = [best.at(-4), best.at(-1)];
    if (longest < NOTHING || longest <= MOST_GROWTH * eighth) return undefined;
  }
  return best;
}

/** Processor time (ms). */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { system, user } = process.cpuUsage(start);
  return (system + user) / 1000;
}
