import * as l10n from '@vscode/l10n';
import { load, YAMLException } from 'js-yaml';
import { type Document, isMap, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { excerpt } from './excerpt';
import { keyAt, keyName, nodeRange } from './yaml-node';
import type { TextRange } from './text-range';

/** What the front matter says. js-yaml decides what it says (the Hub uses it); `yaml` only tells where. */
export interface Metadata {
  /** js-yaml's value. Empty where the block is empty, or where the Hub refuses to parse it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the Hub shows "YAML Metadata Error", in js-yaml's words, with its position. */
  readonly problem: YamlProblem | undefined;
  /** The top-level mapping with positions; undefined where the block is empty or refused. */
  readonly map: YAMLMap | undefined;
  /** Empty where the block is refused: its positions could not be trusted, and broken text is slow to recover. */
  readonly document: Document.Parsed;
  /** The range of a node in the card's text, without the blanks and comments behind it. */
  readonly rangeOf: (node: unknown) => TextRange | undefined;
}

export interface YamlProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** Nobody writes a card like this; expanding it would take for ever. */
export interface Refusal {
  readonly refusal: string;
}

/**
 * An alias of an alias of an alias multiplies what a reader has to walk. With this many at most, everything that walks
 * a card's few fixed levels stays quick.
 */
const MAX_ALIASES = 300;

/** Reads YAML that stands at `yaml` in `text`. Never throws. */
export function readMetadata(text: string, yaml: TextRange): Metadata | Refusal {
  const source = text.slice(yaml.start, yaml.end);
  const reading = loadAsTheHub(source);
  if ('refusal' in reading) return reading;
  const { values, error, isEmpty = error !== undefined } = reading;
  const document = parsePositions(isEmpty ? '' : source);
  return {
    values,
    document,
    problem: error && shifted(located(error, source), yaml.start),
    map: isMap(document.contents) ? document.contents : undefined,
    rangeOf: (node) => {
      const range = nodeRange(node, source);
      return range && shift(range, yaml.start);
    },
  };
}

/** The pair of a top-level key; the first one, should the key stand twice. */
export function pairOf(map: YAMLMap | undefined, key: string): Pair | undefined {
  return map?.items.find((pair) => keyName(pair) === key);
}

/** Whether a value is a mapping: neither null, nor a list, nor a date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const LONE_RETURN = /\r(?!\n)/g;

/**
 * `yaml` takes no lone carriage return for a line break, while js-yaml and the Hub do. Pretty errors would cite the
 * source, which costs more than the parsing where it is hostile.
 */
function parsePositions(source: string): Document.Parsed {
  return parseDocument(source.replace(LONE_RETURN, '\n'), {
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
}

/** js-yaml cites names from the card, which may be of any length. */
const LONGEST_REASON = 200;

interface LoadError {
  readonly message: string;
  /** Offset in the source. */
  readonly at: number;
}

interface Loaded {
  readonly values: Metadata['values'];
  readonly error?: LoadError;
  readonly isEmpty?: boolean;
}

function loadAsTheHub(source: string): Loaded | Refusal {
  try {
    const value = load(source, { maxAliases: MAX_ALIASES });
    if (isRecord(value)) return { values: value };
    if (value === null) return { values: {} };
    return {
      values: {},
      error: { message: l10n.t('the metadata must be a mapping of keys to values'), at: 0 },
    };
  } catch (error) {
    return loadError(error);
  }
}

function loadError(error: unknown): Loaded | Refusal {
  if (!(error instanceof YAMLException) || error.reason.startsWith('nesting exceeded')) {
    return { refusal: l10n.t('The metadata is nested too deeply to be checked.') };
  }
  if (error.reason.startsWith('aliases exceeded')) {
    return {
      refusal: l10n.t('The metadata has more than {0} aliases (“*name”) and is not checked.', MAX_ALIASES),
    };
  }
  // js-yaml has no value for a block of comments and blanks, the Hub shows a card without metadata.
  if (error.reason.includes('input is empty')) return { values: {}, isEmpty: true };
  const message = excerpt(error.reason, LONGEST_REASON);
  return { values: {}, error: { message, at: error.mark?.position ?? 0 } };
}

/** From the position of an error to the end of its line, or the key alone where a key is the problem. */
function located({ message, at }: LoadError, source: string): YamlProblem {
  const start = Math.min(at, source.length);
  const key = message.includes('duplicated') ? keyAt(source, start) : undefined;
  if (key !== undefined) return { message, range: key };
  const length = firstLineLength(source.slice(start));
  return { message, range: length > 0 ? { start, end: start + length } : lastVisible(source, start) };
}

/** An error at the end of a line is shown at the last character before it, where it can be seen. */
function lastVisible(source: string, at: number): TextRange {
  const before = source.slice(0, at).trimEnd().length;
  return { start: Math.max(0, before - 1), end: before };
}

function firstLineLength(source: string): number {
  const lineBreak = source.search(/[\r\n]/);
  return lineBreak < 0 ? source.length : lineBreak;
}

function shifted({ message, range }: YamlProblem, offset: number): YamlProblem {
  return { message, range: shift(range, offset) };
}

function shift({ start, end }: TextRange, offset: number): TextRange {
  return { start: start + offset, end: end + offset };
}
