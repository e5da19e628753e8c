import * as l10n from '@vscode/l10n';
import { constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import { excerpt } from './excerpt';
import type { TextRange } from './text-range';
import type { YamlMapping } from './yaml-node';
import { yamlTree } from './yaml-tree';

/** What the front matter says, and where: as js-yaml reads it, since the Hub uses it. */
export interface Metadata {
  /** js-yaml's value. Empty where the block is empty, or where the Hub refuses to parse it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the Hub shows "YAML Metadata Error", in js-yaml's words, with its position. */
  readonly problem: YamlProblem | undefined;
  /** The top-level mapping with positions; undefined where the block is empty or refused. */
  readonly map: YamlMapping | undefined;
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
  const { values, events, error } = reading;
  const root = events && yamlTree(events, source, yaml.start);
  return {
    values,
    problem: error && shifted(located(error, source), yaml.start),
    map: root?.kind === 'mapping' ? root : undefined,
  };
}

/** Whether a value is a mapping: neither null, nor a list, nor a date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
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
  /** What js-yaml made the values of; undefined where it refused the text. */
  readonly events?: readonly Event[];
  readonly error?: LoadError;
}

/** Does what js-yaml's `load` does, and keeps the events that it reads on the way. */
function loadAsTheHub(source: string): Loaded | Refusal {
  try {
    const events = parseEvents(source, {});
    const [value = null, ...others] = constructFromEvents(events, { source, maxAliases: MAX_ALIASES });
    if (others.length > 0) return refused('expected a single document in the stream, but found more');
    if (isRecord(value)) return { values: value, events };
    // Also a block of comments and blanks: js-yaml has no value for it, the Hub shows a card without metadata.
    if (value === null) return { values: {}, events };
    return refused(l10n.t('the metadata must be a mapping of keys to values'));
  } catch (error) {
    return loadError(error);
  }
}

function refused(message: string, at = 0): Loaded {
  return { values: {}, error: { message, at } };
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
  return refused(excerpt(error.reason, LONGEST_REASON), error.mark?.position);
}

/** From the position of an error to the end of its line, or the key alone where a key is the problem. */
function located({ message, at }: LoadError, source: string): YamlProblem {
  const start = Math.min(at, source.length);
  const key = message.includes('duplicated') ? keyAt(source, start) : undefined;
  if (key !== undefined) return { message, range: key };
  const length = firstLineLength(source.slice(start));
  return { message, range: length > 0 ? { start, end: start + length } : lastVisible(source, start) };
}

const KEY = /(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'#:{}[\],][^:\r\n]{0,200}?)(?=\s{0,200}:)/y;

/** The key that begins at an offset of the source, if one does. */
function keyAt(source: string, offset: number): TextRange | undefined {
  KEY.lastIndex = offset;
  return KEY.test(source) ? { start: offset, end: KEY.lastIndex } : undefined;
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
