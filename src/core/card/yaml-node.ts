import type { TextRange } from './text-range';

/** A part of the front matter with its place in the card's text, without the blanks and comments behind it. */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias | YamlNothing;

interface Named {
  /** Whether it has a name (`&name`) by which aliases repeat it. */
  readonly isNamed: boolean;
  /** Where its tag (`!!str`) begins, before `range`. */
  readonly tagStart: number | undefined;
}

export interface YamlScalar extends Named {
  readonly kind: 'scalar';
  /** With its quotes; a block scalar from its `|` or `>` to the last character that can be seen. */
  readonly range: TextRange;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** The text without quotes and escapes, whatever its type. */
  readonly text: string;
}

export interface YamlMapping extends Named {
  readonly kind: 'mapping';
  readonly range: TextRange;
  /** Whether it stands in braces, or is a single pair within brackets. */
  readonly isFlow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlSequence extends Named {
  readonly kind: 'sequence';
  readonly range: TextRange;
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
}

/** `*name`. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly range: TextRange;
  /** What it repeats; undefined where it stands within that itself. */
  readonly target: Exclude<YamlNode, YamlAlias> | undefined;
}

/** The value of a key, or an item of a list, with nothing written. */
export interface YamlNothing extends Named {
  readonly kind: 'nothing';
  readonly range?: undefined;
  /** The dash of the list that nothing follows. */
  readonly dash: TextRange | undefined;
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** The key of a pair without its quotes; "null" for none, as with js-yaml; the empty string where the key is no scalar. */
export function keyName({ key }: YamlPair): string {
  if (key.kind === 'nothing') return 'null';
  return key.kind === 'scalar' ? key.text : '';
}

/** The pair of a key; the first one, should the key stand twice. */
export function pairOf(map: YamlMapping | undefined, key: string): YamlPair | undefined {
  return map?.pairs.find((pair) => keyName(pair) === key);
}

/** The node itself, or what an alias repeats. */
export function targetOf(node: YamlNode): Exclude<YamlNode, YamlAlias> | undefined {
  return node.kind === 'alias' ? node.target : node;
}

/** Whether aliases elsewhere (`*name`) repeat what the node says. */
export function isNamed(node: YamlNode): boolean {
  return node.kind !== 'alias' && node.isNamed;
}
