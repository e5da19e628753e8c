import { isCollection, isMap, isNode, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { TextRange } from '../../card/text-range';
import { hasAnchor } from '../../card/yaml-node';

/** Keys and indices from the top of the metadata. */
export type Path = readonly (string | number)[];

/** A scalar as its author wrote it. `source` is without the quotes. */
export interface WrittenScalar {
  readonly range: TextRange;
  readonly quote: string;
  readonly source: string;
}

const QUOTES: Readonly<Record<string, string | undefined>> = {
  PLAIN: '',
  QUOTE_SINGLE: "'",
  QUOTE_DOUBLE: '"',
};

/** Where the values of the metadata stand in the card. */
export class CardNodes {
  constructor(
    private readonly document: Document.Parsed,
    private readonly toRange: (node: Node) => TextRange | undefined,
  ) {}

  /**
   * The narrowest range that stands for the value at the path: the scalar itself; for a list or a mapping its
   * key, or its first scalar where it is an item of a list; for what is not written out (an absent key, something
   * behind an alias or a merge) the nearest one above, or the first key of the card.
   */
  range(path: Path): TextRange {
    for (let length = path.length; length > 0; length--) {
      const above = path.slice(0, length);
      const range = this.valueRange(above) ?? this.keyRange(above) ?? this.firstScalarRange(above);
      if (range) return range;
    }
    return this.firstScalarRange([]) ?? { start: 0, end: 0 };
  }

  /** The scalar on one line at the path, as it is written; undefined for anything else, also behind a tag or an anchor. */
  scalar(path: Path): WrittenScalar | undefined {
    const node = this.node(path);
    const range = this.valueRange(path);
    if (!isScalar(node) || !range || hasAnchor(node) || node.tag !== undefined) return undefined;
    const quote = QUOTES[node.type ?? ''];
    return quote === undefined ? undefined : { range, quote, source: node.source ?? '' };
  }

  private node(path: Path): unknown {
    return this.document.getIn(path, true);
  }

  private valueRange(path: Path): TextRange | undefined {
    const node = this.node(path);
    if (!isNode(node) || isCollection(node)) return undefined;
    const range = this.toRange(node);
    return range && range.end > range.start ? range : undefined;
  }

  private keyRange(path: Path): TextRange | undefined {
    const parent = path.length === 1 ? this.document.contents : this.node(path.slice(0, -1));
    if (!isMap(parent)) return undefined;
    const name = path.at(-1);
    const key = parent.items.map((pair) => pair.key).find((node) => isScalar(node) && node.value === name);
    return isNode(key) ? this.toRange(key) : undefined;
  }

  private firstScalarRange(path: Path): TextRange | undefined {
    let node: unknown = this.node(path);
    while (isMap(node) || isSeq(node)) node = isMap(node) ? node.items[0]?.key : node.items[0];
    return isScalar(node) ? this.toRange(node) : undefined;
  }
}
