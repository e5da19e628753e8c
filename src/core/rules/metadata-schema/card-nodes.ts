import type { TextRange } from '../../card/text-range';
import { isNamed, pairOf, type YamlMapping, type YamlNode } from '../../card/yaml-node';

/** Keys and indices from the top of the metadata. */
export type Path = readonly (string | number)[];

/** A scalar as its author wrote it. `source` is without the quotes. */
export interface WrittenScalar {
  readonly range: TextRange;
  readonly quote: string;
  readonly source: string;
}

const QUOTES = { plain: '', single: "'", double: '"' } as const;

/** Where the values of the metadata stand in the card. */
export class CardNodes {
  constructor(private readonly map: YamlMapping | undefined) {}

  /**
   * The narrowest range that stands for the value at the path: the scalar itself, or the dash before nothing; for a list or a mapping its
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

  /**
   * The scalar at the path as it is written; undefined for a block scalar and anything else, also behind a tag or a name,
   * or within something that aliases repeat elsewhere.
   */
  scalar(path: Path): WrittenScalar | undefined {
    const node = this.node(path);
    if (node?.kind !== 'scalar' || node.style === 'block' || node.tagStart !== undefined) return undefined;
    const isShared = path.some((_, index) => {
      const above = this.node(path.slice(0, index + 1));
      return above !== undefined && isNamed(above);
    });
    if (isShared) return undefined;
    return { range: node.range, quote: QUOTES[node.style], source: node.text };
  }

  private node(path: Path): YamlNode | undefined {
    let node: YamlNode | undefined = this.map;
    for (const step of path) {
      if (node?.kind === 'mapping') node = pairOf(node, String(step))?.value;
      else if (node?.kind === 'sequence') node = node.items[Number(step)];
      else return undefined;
    }
    return node;
  }

  private valueRange(path: Path): TextRange | undefined {
    const node = this.node(path);
    if (node?.kind === 'nothing') return node.dash;
    return node?.kind === 'scalar' || node?.kind === 'alias' ? node.range : undefined;
  }

  private keyRange(path: Path): TextRange | undefined {
    const parent = this.node(path.slice(0, -1));
    return parent?.kind === 'mapping' ? pairOf(parent, String(path.at(-1)))?.key.range : undefined;
  }

  private firstScalarRange(path: Path): TextRange | undefined {
    let node = this.node(path);
    while (node?.kind === 'mapping' || node?.kind === 'sequence') {
      node = node.kind === 'mapping' ? node.pairs[0]?.key : node.items[0];
    }
    return node?.kind === 'scalar' ? node.range : undefined;
  }
}
