import { type Card, MAX_CARD_LENGTH } from '../../core/card/card';
import { decodeCard, largeCard } from './read-card-file';

/** The card on standard input, which may never end. */
export async function readStandardInput(): Promise<Card> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > MAX_CARD_LENGTH) return largeCard('Standard input');
  }
  return decodeCard(Buffer.concat(chunks));
}
