import { type Card, MAX_CARD_LENGTH, readCard, refusedCard } from '../../core/card/card';
import { readSmallFile } from '../files/read-small-file';

/** A card that is too large to be read. */
class LargeCardError extends Error {}

/**
 * Reads a card from disk. Too large a file is refused by its size, before it is read; one that is not UTF-8 is refused
 * as well, since writing it back would lose what could not be decoded. A byte order mark is kept.
 *
 * It waits for the disk: through Node's pool of threads thousands of small files take five times as long.
 */
export function readCardFile(file: string): Card {
  try {
    return decodeCard(readSmallFile(file, refuseLargeCard));
  } catch (error) {
    if (error instanceof LargeCardError) return largeCard('This file');
    throw error;
  }
}

function refuseLargeCard(bytes: number): void {
  if (bytes > MAX_CARD_LENGTH) throw new LargeCardError();
}

/** What comes of more bytes than a card has. @param source where they are from, as it begins a sentence */
export function largeCard(source: string): Card {
  const most = MAX_CARD_LENGTH / 1024 / 1024;
  return refusedCard('', `${source} has more than ${most} MB, too much for a model card.`);
}

/** A card from its bytes. */
export function decodeCard(bytes: Uint8Array): Card {
  try {
    return readCard(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refusedCard('', 'This file is not UTF-8 text. Save it as UTF-8, which is all the Hub reads.');
  }
}
