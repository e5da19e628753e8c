import { buffer } from 'node:stream/consumers';
import type { Card } from '../../core/card/card';
import { decodeCard } from './read-card-file';

/** The card on standard input. */
export async function readStandardInput(): Promise<Card> {
  return decodeCard(await buffer(process.stdin));
}
