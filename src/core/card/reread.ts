import { type Card, readCard } from './card';
import { EMISSIONS_KEY } from './emissions-entry';
import { sameValue } from './same-value';
import { applyEdits, type TextEdit } from './text-range';

/**
 * Whether the card, read anew after the edits, declares these emissions and says everything else as before.
 *
 * @param declared js-yaml's value of the entry
 */
export function declaresThen(
  { metadata, frontMatter, text }: Card,
  edits: readonly TextEdit[],
  declared: unknown,
): boolean {
  // The prose is read no further than it has to be: this runs while somebody types.
  const { metadata: after } = readCard(applyEdits(text.slice(0, frontMatter?.bodyStart), edits));
  if (after === undefined || after.problem !== undefined) return false;
  return sameValue(after.values, { ...metadata?.values, [EMISSIONS_KEY]: declared });
}
