import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../shared/data/cards/dev.jsonl', import.meta.url));

/** A real card, labelled by hand. */
export interface DevCard {
  readonly id: string;
  /** Its text, put together from what was kept of it. */
  readonly text: string;
  readonly shape: string;
  /** What the declared number is in truth. */
  readonly label: string;
  /** What should be said about it; nothing is scored where it is `any`. */
  readonly expect: string;
  /** As it stands in the card. */
  readonly declared: string | null;
  /** The true grams. */
  readonly grams: number | null;
  /** Whether AutoTrain or Sentence Transformers wrote it. */
  readonly writtenByLibrary: boolean;
}

interface Row {
  readonly id: string;
  readonly front_matter?: string | null;
  readonly raw_head?: string | null;
  readonly prose?: string | null;
  readonly shape: string;
  readonly label: string;
  readonly expect: string;
  readonly declared: string | null;
  readonly grams: number | null;
}

/** Why the tests over real cards are skipped; undefined where the cards are there. */
export const whyNoDevCards = existsSync(FILE)
  ? undefined
  : `The labelled cards are not part of this repository; they are looked for in ${FILE}.`;

/** The labelled cards; none where the file is absent. */
export function devCards(): DevCard[] {
  if (whyNoDevCards !== undefined) return [];
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => devCard(JSON.parse(line) as Row));
}

function devCard(row: Row): DevCard {
  const { declared, expect, grams, id, label, shape } = row;
  const writtenByLibrary = /^(?:at|st)-/.test(id);
  return { id, text: textOf(row), shape, label, expect, declared, grams, writtenByLibrary };
}

function textOf({ front_matter, prose, raw_head }: Row): string {
  const body = prose ?? '';
  if (raw_head) return `${raw_head}\n\n${body}`;
  return front_matter ? `---\n${front_matter.replace(/\n$/, '')}\n---\n\n${body}\n` : body;
}
