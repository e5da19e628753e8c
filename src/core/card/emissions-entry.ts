import { amountIn, type DeclaredAmount } from './declared-amount';
import { isRecord, type Metadata } from './metadata';
import type { TextRange } from './text-range';
import { isNamed, keyName, pairOf, targetOf, type YamlNode, type YamlPair } from './yaml-node';

export type { DeclaredAmount } from './declared-amount';

/** The Hub's key for the emissions of training. */
export const EMISSIONS_KEY = 'co2_eq_emissions';

/** How the value of `co2_eq_emissions` is written; `other` is an alias. The Hub reads a number or a mapping, nothing else. */
export type EmissionsShape = 'scalar' | 'mapping' | 'list' | 'null' | 'other';

/** A key of the mapping form, with what stands behind it. */
export interface EmissionsField {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: unknown;
  /** Undefined where nothing is written behind the key. */
  readonly valueRange: TextRange | undefined;
  readonly node: YamlNode;
}

/** The card's `co2_eq_emissions`. */
export interface EmissionsEntry {
  readonly shape: EmissionsShape;
  readonly keyRange: TextRange;
  /** From the key to the end of the value. */
  readonly range: TextRange;
  /** Undefined where the value is empty. */
  readonly valueRange: TextRange | undefined;
  /** The amount, wherever the author put it: the scalar, `emissions` of the mapping, or that of a list item. */
  readonly amount: DeclaredAmount | undefined;
  /** Whether an anchor or an alias stands for the value: something elsewhere would change with it. */
  readonly isShared: boolean;
  /** The keys of the mapping (or of a list's one-key mappings), in order. */
  readonly fields: readonly EmissionsField[];
}

/** Finds `co2_eq_emissions` at the top level of the metadata. */
export function findEmissionsEntry(text: string, metadata: Metadata): EmissionsEntry | undefined {
  const pair = pairOf(metadata.map, EMISSIONS_KEY);
  const keyRange = pair?.key.range;
  if (pair === undefined || keyRange === undefined) return undefined;
  const value = metadata.values[EMISSIONS_KEY];
  const alias = pair.value.kind === 'alias' ? pair.value.range : undefined;
  const fields = fieldsOf(targetOf(pair.value), value);
  const valueRange = pair.value.range;
  const isShared = alias !== undefined || isNamed(pair.value);
  const amount = declaredAmount(text, { value, node: pair.value, fields, alias });
  return {
    shape: shapeOf(pair.value, value),
    keyRange,
    range: { start: keyRange.start, end: valueRange?.end ?? keyRange.end },
    valueRange,
    amount: amount && { ...amount, replaceable: amount.replaceable && !isShared },
    isShared,
    fields,
  };
}

interface WrittenEntry extends Pick<EmissionsField, 'value' | 'node'> {
  readonly fields: readonly EmissionsField[];
  readonly alias: TextRange | undefined;
}

function declaredAmount(
  text: string,
  { value, node, fields, alias }: WrittenEntry,
): DeclaredAmount | undefined {
  const field = fields.find(({ key }) => key === 'emissions');
  const amount = field
    ? amountIn(text, field, alias)
    : value !== null && !isRecord(value)
      ? amountIn(text, { value, node }, alias)
      : undefined;
  return amount?.place === 'direct' && Array.isArray(value) ? { ...amount, place: 'list' } : amount;
}

function shapeOf({ kind }: YamlNode, value: unknown): EmissionsShape {
  switch (kind) {
    case 'mapping':
      return 'mapping';
    case 'sequence':
      return 'list';
    case 'nothing':
    case 'scalar':
      return value === null ? 'null' : 'scalar';
    case 'alias':
      return 'other';
  }
}

function fieldsOf(node: YamlNode | undefined, value: unknown): EmissionsField[] {
  if (node?.kind === 'mapping') return node.pairs.flatMap((pair) => fieldOf(pair, value));
  if (node?.kind !== 'sequence') return [];
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return node.items.flatMap((item, index) => (item.kind === 'mapping' ? fieldsOf(item, items[index]) : []));
}

function fieldOf(pair: YamlPair, parent: unknown): EmissionsField[] {
  const keyRange = pair.key.range;
  if (keyRange === undefined) return [];
  const key = keyName(pair);
  const value = isRecord(parent) ? parent[key] : undefined;
  return [{ key, keyRange, value, valueRange: pair.value.range, node: pair.value }];
}
