import type { Random } from '../../fuzz/random';

/** A card whose finding rests on its text alone. */
export const CARD = `---
license: apache-2.0
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  training_type: fine-tuning
---

# Somebody's model

Training emitted 1.71 kg of CO2eq.
`;

/** What is written over what: each makes findings, moves them or takes them away. */
const REWRITES: readonly (readonly [pattern: RegExp, texts: readonly string[]])[] = [
  [/^license: .*$/m, ['license: apache-2.0', 'license: apache', 'license: [', 'license: mit', '# license:']],
  [
    /^ {2}emissions: .*$/m,
    ['1.71', '"1.71 kg"', '1710', '0', 'x', '"1,71 kg"'].map((value) => `  emissions: ${value}`),
  ],
  [
    /^ {2}training_type: .*$/m,
    ['fine-tuning', 'finetuned', 'none'].map((value) => `  training_type: ${value}`),
  ],
  [/^---$/m, ['---', '--', '---\n# a comment', '---\n']],
  [/\n---\n/, ['\n---\n', '\n--\n', '\n---\n\nMore words.\n']],
];

/** A place in the text and what to write there. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The next thing that somebody types. */
export function nextRewrite(text: string, random: Random): Rewrite {
  const [pattern, texts] = random.pick(REWRITES);
  const found = pattern.exec(text);
  // What is beyond repair is written anew.
  if (found === null)
    return random.chance(0.3) ? { start: 0, end: text.length, newText: CARD } : typed(text, random);
  return { start: found.index, end: found.index + found[0].length, newText: random.pick(texts) };
}

/** A few keys somewhere, or a few characters deleted. */
function typed(text: string, random: Random): Rewrite {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + (random.chance(0.3) ? random.below(8) : 0));
  return { start, end, newText: random.pick(['', '\n', ' ', 'k', '-', '\n\n', '"']) };
}
