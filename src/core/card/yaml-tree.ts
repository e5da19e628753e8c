import {
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type ScalarStyle,
  type SequenceEvent,
} from 'js-yaml';
import type { TextRange } from './text-range';
import type {
  YamlAlias,
  YamlMapping,
  YamlNode,
  YamlNothing,
  YamlPair,
  YamlScalar,
  YamlSequence,
} from './yaml-node';

const STYLES: Readonly<Record<ScalarStyle, YamlScalar['style']>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'block',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'block',
};

// What may stand before a sign of the structure: blanks, comments, other signs. A comment reaches to the end of its line,
// so that there is one way to match and the time is linear.
const COMMENT = '#[^\\r\\n]*(?:[\\r\\n]|$)';
const BLOCK_SCALAR_SIGN = new RegExp(`(?:[\\s:?-]|${COMMENT})*`, 'y');
const DASH = new RegExp(`(?:\\s|${COMMENT})*-`, 'y');
const CLOSING_BRACKET = new RegExp(`(?:[\\s,:?]|${COMMENT})*[\\]}]`, 'y');

/**
 * The nodes of a document, from the events by which js-yaml itself reads it: what is pointed at is what the Hub reads.
 *
 * @param events of one document, in which js-yaml has found no error
 * @param offset where `source` begins in the card's text
 * @returns undefined where there is no document
 */
export function yamlTree(events: readonly Event[], source: string, offset: number): YamlNode | undefined {
  return new TreeBuilder(events, source, offset).root();
}

class TreeBuilder {
  #next = 0;
  /** Where the reading has come to in the source: events do not say where a collection ends. */
  #position = 0;
  /** What each name stands for, as it was given last. */
  readonly #named = new Map<string, Exclude<YamlNode, YamlAlias>>();

  constructor(
    private readonly events: readonly Event[],
    private readonly source: string,
    private readonly offset: number,
  ) {}

  root(): YamlNode | undefined {
    // The first event is the document's own.
    this.#next = 1;
    return this.events.length > 1 ? this.#node() : undefined;
  }

  #node(): YamlNode {
    const event = this.events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#keep(event, () => (event.valueStart < 0 ? this.#nothing(event) : this.#scalar(event)));
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      case EVENT_ID.SEQUENCE:
        return this.#keep(event, () => this.#sequence(event));
      case EVENT_ID.MAPPING:
        return this.#keep(event, () => this.#mapping(event));
      default:
        throw new RangeError('These are not the events of a document.');
    }
  }

  /** Keeps a node by its name, unless something within it took the name. */
  #keep<Node extends Exclude<YamlNode, YamlAlias>>(
    { anchorStart, anchorEnd }: ScalarEvent | SequenceEvent | MappingEvent,
    read: () => Node,
  ): Node {
    if (anchorStart < 0) return read();
    const name = this.source.slice(anchorStart, anchorEnd);
    this.#named.delete(name);
    const node = read();
    if (!this.#named.has(name)) this.#named.set(name, node);
    return node;
  }

  #scalar(event: ScalarEvent): YamlScalar {
    const style = STYLES[event.style];
    let { valueStart: start, valueEnd: end } = event;
    if (style === 'block') {
      // The event has the lines of the text, which begin below the sign.
      start = this.#behind(BLOCK_SCALAR_SIGN, Math.max(this.#position, event.anchorEnd, event.tagEnd));
      end = this.source.slice(0, end).trimEnd().length;
    } else if (style !== 'plain') {
      start--;
      end++;
    }
    this.#position = end;
    const text = getScalarValue(this.source, event);
    return { kind: 'scalar', range: this.#range(start), style, text, ...this.#properties(event) };
  }

  #nothing(event: ScalarEvent): YamlNothing {
    this.#position = Math.max(this.#position, event.anchorEnd, event.tagEnd);
    return { kind: 'nothing', dash: undefined, ...this.#properties(event) };
  }

  #alias(nameStart: number, nameEnd: number): YamlAlias {
    this.#position = nameEnd;
    const target = this.#named.get(this.source.slice(nameStart, nameEnd));
    return { kind: 'alias', range: this.#range(nameStart - '*'.length), target };
  }

  #sequence(event: SequenceEvent): YamlSequence {
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    this.#position = isFlow ? event.start + 1 : event.start;
    const items: YamlNode[] = [];
    while (!this.#closes()) items.push(isFlow ? this.#node() : this.#item());
    if (isFlow) this.#position = this.#behind(CLOSING_BRACKET, this.#position);
    return { kind: 'sequence', range: this.#range(event.start), isFlow, items, ...this.#properties(event) };
  }

  /** An item of a list with dashes. */
  #item(): YamlNode {
    this.#position = this.#behind(DASH, this.#position);
    const dash = this.#range(this.#position - '-'.length);
    const item = this.#node();
    return item.kind === 'nothing' ? { ...item, dash } : item;
  }

  #mapping(event: MappingEvent): YamlMapping {
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    // `[a: b]` holds a mapping without braces, and the first key of another may be a mapping with some.
    const key = this.events[this.#next];
    const isKeyFirst = key?.type === EVENT_ID.MAPPING && key.start === event.start;
    const hasBraces = isFlow && this.source[event.start] === '{' && !isKeyFirst;
    this.#position = hasBraces ? event.start + 1 : event.start;
    const pairs: YamlPair[] = [];
    while (!this.#closes()) pairs.push({ key: this.#node(), value: this.#node() });
    if (hasBraces) this.#position = this.#behind(CLOSING_BRACKET, this.#position);
    return { kind: 'mapping', range: this.#range(event.start), isFlow, pairs, ...this.#properties(event) };
  }

  /** Whether the collection that was opened last ends here. */
  #closes(): boolean {
    const closes = this.events[this.#next]?.type === EVENT_ID.POP;
    if (closes) this.#next++;
    return closes;
  }

  #behind(sign: RegExp, from: number): number {
    sign.lastIndex = from;
    return sign.test(this.source) ? sign.lastIndex : from;
  }

  /** In the card's text, up to where the reading has come to. */
  #range(start: number): TextRange {
    return { start: start + this.offset, end: this.#position + this.offset };
  }

  #properties({ anchorStart, tagStart }: ScalarEvent | SequenceEvent | MappingEvent): {
    isNamed: boolean;
    tagStart: number | undefined;
  } {
    return { isNamed: anchorStart >= 0, tagStart: tagStart < 0 ? undefined : tagStart + this.offset };
  }
}
