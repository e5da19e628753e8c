import { lineEndAt } from './line-break';
import { isRecord } from './metadata';
import type { TextRange } from './text-range';
import { isNamed, keyName, targetOf, type YamlNode } from './yaml-node';

/** One scalar that is, or should be, the number of grams. */
export interface DeclaredAmount {
  /** What js-yaml reads: a number where the card is right, a string where a unit or a comma stands in it. */
  readonly value: unknown;
  /** As written, with quotes; behind an alias, what the alias repeats. */
  readonly source: string;
  readonly range: TextRange;
  /** Whether another text can take its place and nothing else changes: no alias refers to it, no comment stands in it. */
  readonly replaceable: boolean;
  /** Where it stands: where the Hub looks for it, in a list, or as a `value` and a `unit` apart, which are joined here. */
  readonly place: 'direct' | 'list' | 'parts';
}

/** A value as js-yaml reads it, and where it stands. */
interface Written {
  readonly value: unknown;
  readonly node: YamlNode;
}

/**
 * The one amount in a value: the scalar itself, the only one of a list, or `value` and `unit` of a mapping.
 *
 * @param alias by which all of this stands elsewhere
 */
export function amountIn(
  text: string,
  { value, node }: Written,
  alias?: TextRange,
): DeclaredAmount | undefined {
  const target = targetOf(node);
  if (target === undefined) return undefined;
  const place = alias ?? (node.kind === 'alias' ? node.range : undefined);
  if (target.kind === 'sequence') return onlyItem(text, { value, node: target }, place);
  if (target.kind === 'mapping') return valueWithUnit({ value, node: target }, place);
  if (target.kind === 'nothing' || isRecord(value) || Array.isArray(value)) return undefined;
  const source = text.slice(target.range.start, target.range.end);
  if (place !== undefined) return { value, source, range: place, replaceable: false, place: 'direct' };
  // A tag such as `!!str` belongs to the amount: a number behind it would still be text.
  const range = { start: target.tagStart ?? target.range.start, end: target.range.end };
  const replaceable = !isNamed(target) && !hasComment(text, range, target);
  return { value, source, range, replaceable, place: 'direct' };
}

function onlyItem(
  text: string,
  { value, node }: Written,
  alias: TextRange | undefined,
): DeclaredAmount | undefined {
  if (node.kind !== 'sequence' || node.items.length !== 1 || !Array.isArray(value)) return undefined;
  const [item] = node.items;
  const amount = item && amountIn(text, { value: (value as unknown[])[0], node: item }, alias);
  if (amount?.place !== 'direct') return undefined;
  return { ...amount, replaceable: amount.replaceable && !isNamed(node), place: 'list' };
}

function valueWithUnit({ value, node }: Written, alias: TextRange | undefined): DeclaredAmount | undefined {
  if (node.kind !== 'mapping' || node.pairs.length !== 2 || !isRecord(value)) return undefined;
  const { value: number, unit } = value;
  const written = node.pairs.find((pair) => keyName(pair) === 'value')?.value;
  const source = written && targetOf(written);
  if (source?.kind !== 'scalar' || typeof unit !== 'string') return undefined;
  if (typeof number !== 'number' && typeof number !== 'string') return undefined;
  const joined = `${source.text} ${unit}`;
  return { value: joined, source: joined, range: alias ?? node.range, replaceable: false, place: 'parts' };
}

/** Whether a comment stands between the tag, the sign of a block scalar, and the text. */
function hasComment(text: string, { start, end }: TextRange, node: YamlNode): boolean {
  if (node.kind !== 'scalar') return false;
  const inBlock =
    node.style === 'block' && text.slice(start, Math.min(lineEndAt(text, start), end)).includes('#');
  return inBlock || text.slice(start, node.range.start).includes('#');
}
