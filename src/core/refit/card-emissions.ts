import { readCard } from '../card/card';
import type { ReadCardEmissions } from './cleaning';

/** Reads what a whole card declares, with the extension's own reader of cards. */
export const readDeclaredEmissions: ReadCardEmissions = (card) => {
  const value = readCard(card).emissions?.amount?.value;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
};
