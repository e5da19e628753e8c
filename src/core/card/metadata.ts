import { load, YAMLException } from 'js-yaml';
import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { TextRange } from './text-range';

/** What the front matter says. js-yaml decides what it says (the Hub uses it); `yaml` only tells where. */
export interface Metadata {
  /** js-yaml's value. Empty where the block is empty, or where the Hub refuses to parse it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the Hub shows "YAML Metadata Error", in js-yaml's words, with its position. */
  readonly problem: YamlProblem | undefined;
  /** The top-level mapping with positions, also where js-yaml refuses the block. */
  readonly map: YAMLMap | undefined;
  readonly document: Document.Parsed;
  /** The range of a node in the card's text, without trailing blanks and comments. */
  readonly rangeOf: (node: unknown) => TextRange | undefined;
}

export interface YamlProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** Reads YAML that stands at `yaml` in `text`. Never throws. */
export function readMetadata(text: string, yaml: TextRange): Metadata {
  const source = text.slice(yaml.start, yaml.end);
  const document = parseDocument(source, { strict: false, uniqueKeys: false, logLevel: 'silent' });
  const empty = document.contents === null && document.errors.length === 0;
  const { values, problem } = empty ? { values: {}, problem: undefined } : loadAsTheHub(source, yaml.start);
  return {
    values,
    problem,
    document,
    map: isMap(document.contents) ? document.contents : undefined,
    rangeOf: (node) => nodeRange(node, yaml.start),
  };
}

/** The pair of a top-level key; the first one, should the key stand twice. */
export function pairOf(map: YAMLMap | undefined, key: string): Pair | undefined {
  return map?.items.find((pair) => keyName(pair) === key);
}

/** The key of a pair as written, or the empty string where the key is no plain value. */
export function keyName(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function nodeRange(node: unknown, offset: number): TextRange | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range;
  return range ? { start: range[0] + offset, end: range[1] + offset } : undefined;
}

function loadAsTheHub(source: string, offset: number): Pick<Metadata, 'values' | 'problem'> {
  try {
    const value = load(source);
    if (isRecord(value)) return { values: value, problem: undefined };
    if (value === null) return { values: {}, problem: undefined };
    const range = { start: offset, end: offset + firstLineLength(source) };
    return { values: {}, problem: { message: 'the metadata must be a mapping of keys to values', range } };
  } catch (error) {
    return { values: {}, problem: problemOf(error, source, offset) };
  }
}

function problemOf(error: unknown, source: string, offset: number): YamlProblem {
  // Deep nesting exhausts the stack inside the parser before it can complain.
  if (!(error instanceof YAMLException)) {
    const range = { start: offset, end: offset + firstLineLength(source) };
    return { message: 'the metadata is nested too deeply to be read', range };
  }
  const at = Math.min(error.mark?.position ?? 0, source.length);
  const rest = firstLineLength(source.slice(at));
  const range = { start: offset + at, end: offset + at + rest };
  return { message: error.reason, range: rest > 0 ? range : lastVisible(source, at, offset) };
}

/** An error at the end of a line is shown at the last character before it, where it can be seen. */
function lastVisible(source: string, at: number, offset: number): TextRange {
  const before = source.slice(0, at).trimEnd().length;
  return { start: offset + Math.max(0, before - 1), end: offset + before };
}

function firstLineLength(source: string): number {
  const lineBreak = source.search(/[\r\n]/);
  return lineBreak < 0 ? source.length : lineBreak;
}

/** Whether a value is a mapping: neither null, nor a list, nor a date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
