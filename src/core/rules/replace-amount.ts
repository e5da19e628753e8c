import type { DeclaredAmount } from '../card/emissions-entry';
import type { Fix } from './rule';

/** The fix that writes another text in place of the declared amount; none where that would change something else too. */
export function replaceAmount(
  { range, replaceable }: DeclaredAmount,
  newText: string,
  { title, safe }: Pick<Fix, 'title' | 'safe'>,
): Fix[] {
  return replaceable ? [{ title, edits: [{ range, newText }], safe }] : [];
}
