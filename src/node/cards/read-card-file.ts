import { readFileSync, statSync } from 'node:fs';
import { type Card, MAX_CARD_LENGTH, readCard, refusedCard } from '../../core/card/card';

/**
 * Reads a card from disk. Too large a file is refused by its size, before it is read; one that is not UTF-8 is refused
 * as well, since writing it back would lose what could not be decoded. A byte order mark is kept.
 *
 * It waits for the disk: through Node's pool of threads thousands of small files take five times as long.
 */
export function readCardFile(file: string): Card {
  const { size } = statSync(file);
  if (size > MAX_CARD_LENGTH)
    return refusedCard('', `${file} has ${Math.round(size / 1024 / 1024)} MB, too much for a model card.`);
  return decodeCard(readFileSync(file));
}

/** A card from its bytes. */
export function decodeCard(bytes: Uint8Array): Card {
  try {
    return readCard(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refusedCard('', 'This file is not UTF-8 text. Save it as UTF-8, which is all the Hub reads.');
  }
}
