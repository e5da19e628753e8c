import { isCollection, isNode, isPair, isScalar, type Node, type Pair, Scalar } from 'yaml';
import type { TextRange } from './text-range';

/** The key of a pair as written, or the empty string where the key is no plain value. */
export function keyName(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/**
 * Where a node stands in the YAML source. The parser counts the comments and the line break behind a block as part of
 * it; an underline must not, and an edit even less.
 */
export function nodeRange(node: unknown, source: string): TextRange | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0], end: nodeEnd(node, source) };
}

function nodeEnd(node: Node, source: string): number {
  const end = node.range?.[1] ?? 0;
  if (isScalar(node)) return isBlockScalar(node) ? source.slice(0, end).trimEnd().length : end;
  if (!isCollection(node) || node.flow === true) return end;
  const last: unknown = node.items.at(-1);
  if (!isPair(last)) return isNode(last) ? nodeEnd(last, source) : end;
  const lastPart = isNode(last.value) && !isEmpty(last.value) ? last.value : last.key;
  return isNode(lastPart) ? nodeEnd(lastPart, source) : end;
}

function isEmpty({ range }: Node): boolean {
  return range?.[0] === range?.[1];
}

/** Whether the node has a name (`&name`) by which aliases repeat it. */
export function hasAnchor(node: unknown): boolean {
  return (isScalar(node) || isCollection(node)) && node.anchor !== undefined;
}

/** Whether a scalar is written with `|` or `>`. */
export function isBlockScalar({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
}

const KEY = /(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'#:{}[\],][^:\r\n]{0,200}?)(?=\s{0,200}:)/y;

/** The key that begins at an offset of the source, if one does. */
export function keyAt(source: string, offset: number): TextRange | undefined {
  KEY.lastIndex = offset;
  return KEY.test(source) ? { start: offset, end: KEY.lastIndex } : undefined;
}
