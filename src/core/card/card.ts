import * as l10n from '@vscode/l10n';
import { type CardKind, cardKind } from './card-kind';
import { type EmissionsEntry, findEmissionsEntry } from './emissions-entry';
import { findFrontMatter, type FrontMatter, MAX_FRONT_MATTER_LENGTH } from './front-matter';
import { LineIndex } from './line-index';
import { type Metadata, readMetadata } from './metadata';
import { findStatements } from './statements/find-statements';
import type { Statement } from './statements/statement';

/** Above this a file is refused before anything is parsed, in UTF-16 units. */
export const MAX_CARD_LENGTH = 8 * 1024 * 1024;

/** A card, read once and shared by every feature. What costs time is computed on first use. */
export interface Card {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  /** Undefined where there is no front matter, or where it was refused. */
  readonly metadata: Metadata | undefined;
  readonly kind: CardKind;
  readonly emissions: EmissionsEntry | undefined;
  /** What the prose states about emissions, energy, hours and hardware. */
  readonly statements: readonly Statement[];
  /** Why the card was not read, in a sentence for its author. */
  readonly refusal: string | undefined;
}

/** Reads a card's text. Never throws; hostile sizes and nesting are refused with a word. */
export function readCard(text: string): Card {
  const refusal = refusalOf(text);
  if (refusal !== undefined) return refusedCard('', refusal);
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== undefined && frontMatter.yaml.end - frontMatter.yaml.start > MAX_FRONT_MATTER_LENGTH) {
    return refusedCard(
      text,
      l10n.t('The front matter is larger than {0} KB and is not checked.', MAX_FRONT_MATTER_LENGTH / 1024),
    );
  }
  const metadata = frontMatter && readMetadata(text, frontMatter.yaml);
  if (metadata !== undefined && 'refusal' in metadata) return refusedCard(text, metadata.refusal);
  return {
    text,
    frontMatter,
    metadata,
    kind: cardKind(metadata?.values ?? {}),
    emissions: metadata && findEmissionsEntry(text, metadata),
    refusal: undefined,
    get lines() {
      return memoise(this, 'lines', new LineIndex(text));
    },
    get statements() {
      return memoise(this, 'statements', findStatements(text, frontMatter?.bodyStart ?? 0));
    },
  };
}

function refusalOf(text: string): string | undefined {
  if (text.length > MAX_CARD_LENGTH) {
    const megabytes = Math.round(text.length / 1024 / 1024);
    return l10n.t(
      'This file has {0} MB; a model card above {1} MB is not checked.',
      megabytes,
      MAX_CARD_LENGTH / 1024 / 1024,
    );
  }
  if (text.includes('\0')) return l10n.t('This file is not text: it holds NUL characters.');
  return undefined;
}

/** A card that nothing is said about, but why it was not read. */
export function refusedCard(text: string, refusal: string): Card {
  return {
    text,
    lines: new LineIndex(text),
    frontMatter: undefined,
    metadata: undefined,
    kind: 'model',
    emissions: undefined,
    statements: [],
    refusal,
  };
}

/** Replaces a getter by its value. */
function memoise<K extends keyof Card>(card: Card, key: K, value: Card[K]): Card[K] {
  Object.defineProperty(card, key, { value });
  return value;
}
