import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { lineEndAt, lineStartAt } from './line-break';
import { isRecord, type Metadata, pairOf } from './metadata';
import type { TextRange } from './text-range';
import { hasAnchor, isBlockScalar, keyName } from './yaml-node';

/** The Hub's key for the emissions of training. */
export const EMISSIONS_KEY = 'co2_eq_emissions';

/** How the value of `co2_eq_emissions` is written. The Hub reads a number or a mapping, nothing else. */
export type EmissionsShape = 'scalar' | 'mapping' | 'list' | 'null' | 'other';

/** One scalar that is, or should be, the number of grams. */
export interface DeclaredAmount {
  /** What js-yaml reads: a number where the card is right, a string where a unit or a comma stands in it. */
  readonly value: unknown;
  /** As written, with quotes. */
  readonly source: string;
  readonly range: TextRange;
  /** Whether another text can take its place and nothing else changes: no alias refers to it, no comment stands in it. */
  readonly replaceable: boolean;
}

/** A key of the mapping form, with what stands behind it. */
export interface EmissionsField {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: unknown;
  /** Undefined where nothing is written behind the key. */
  readonly valueRange: TextRange | undefined;
  /** The value with its position, as `yaml` parsed it. */
  readonly node: unknown;
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
  /** Whether an anchor stands on the value: an alias or a merge elsewhere would change with it. */
  readonly isShared: boolean;
  /** The keys of the mapping (or of a list's one-key mappings), in order. */
  readonly fields: readonly EmissionsField[];
}

/** Finds `co2_eq_emissions` at the top level of the metadata. */
export function findEmissionsEntry(text: string, metadata: Metadata): EmissionsEntry | undefined {
  const pair = pairOf(metadata.map, EMISSIONS_KEY);
  const keyRange = pair && metadata.rangeOf(pair.key);
  if (pair === undefined || keyRange === undefined) return undefined;
  // Where the two readers of YAML see different keys, the Hub's is right, and the other's places are not.
  if (!Object.hasOwn(metadata.values, EMISSIONS_KEY)) return undefined;
  const value = metadata.values[EMISSIONS_KEY];
  const fields = fieldsOf(pair.value, value, metadata);
  const valueRange = writtenRange(pair.value, metadata);
  const shape = shapeOf(pair.value);
  const isShared = hasAnchor(pair.value);
  const amountField = fields.find((field) => field.key === 'emissions');
  const written =
    shape === 'scalar'
      ? declaredAmount(text, { value, valueRange, node: pair.value })
      : amountField && declaredAmount(text, amountField);
  return {
    shape,
    keyRange,
    range: { start: keyRange.start, end: valueRange?.end ?? keyRange.end },
    valueRange,
    amount: written && { ...written, replaceable: written.replaceable && !isShared },
    isShared,
    fields,
  };
}

function shapeOf(node: unknown): EmissionsShape {
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'list';
  if (node === null || node === undefined) return 'null';
  if (isScalar(node)) return node.value === null ? 'null' : 'scalar';
  return 'other';
}

function fieldsOf(node: unknown, value: unknown, metadata: Metadata): EmissionsField[] {
  if (isMap(node)) return node.items.map((pair) => fieldOf(pair, value, metadata)).filter(isPresent);
  if (!isSeq(node)) return [];
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return node.items.flatMap((item, index) => (isMap(item) ? fieldsOf(item, items[index], metadata) : []));
}

function fieldOf(pair: Pair, parent: unknown, metadata: Metadata): EmissionsField | undefined {
  const key = keyName(pair);
  const keyRange = metadata.rangeOf(pair.key);
  if (keyRange === undefined) return undefined;
  const value = isRecord(parent) ? parent[key] : undefined;
  return { key, keyRange, value, valueRange: writtenRange(pair.value, metadata), node: pair.value };
}

/** Undefined for the empty node that stands for "nothing written". */
function writtenRange(node: unknown, metadata: Metadata): TextRange | undefined {
  const range = metadata.rangeOf(node);
  return range === undefined || range.start === range.end ? undefined : range;
}

/** A tag such as `!!str` belongs to the amount: a number behind it would still be text. */
const LONGEST_TAG = 200;
const TAG_BEFORE = /!(?:<[^\s<>]{0,100}>|[^\s,[\]{}]{0,100})[ \t]{1,100}$/;

function declaredAmount(
  text: string,
  { value, valueRange: range, node }: Pick<EmissionsField, 'value' | 'valueRange' | 'node'>,
): DeclaredAmount | undefined {
  if (range === undefined || isRecord(value) || Array.isArray(value)) return undefined;
  const before = Math.max(lineStartAt(text, range.start), range.start - LONGEST_TAG);
  const tag = TAG_BEFORE.exec(text.slice(before, range.start))?.[0] ?? '';
  const start = isScalar(node) && node.tag !== undefined ? range.start - tag.length : range.start;
  return {
    value,
    source: text.slice(range.start, range.end),
    range: { start, end: range.end },
    replaceable: isReplaceable(text, range, node),
  };
}

function isReplaceable(text: string, { start, end }: TextRange, node: unknown): boolean {
  if (!isScalar(node)) return true;
  const hasComment =
    isBlockScalar(node) && text.slice(start, Math.min(lineEndAt(text, start), end)).includes('#');
  return !hasAnchor(node) && !hasComment;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
