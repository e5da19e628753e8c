import type { CardNodes, Path } from './card-nodes';
import type { MetadataProblem, MetadataSuggestion } from './metadata-problem';

/** A card with more problems than this is something else; the rest would only be in the way. */
const MOST_PROBLEMS = 100;

/** Words that PyYAML, unlike the Hub's parser, reads as a boolean when they stand without quotes. */
const BOOLEAN_WORDS = new Set(['no', 'yes', 'on', 'off', 'n', 'y']);

/** Collects the problems of a card. */
export class ProblemReport {
  readonly problems: MetadataProblem[] = [];

  constructor(private readonly nodes: CardNodes) {}

  get isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  /** @param validValue a string that would be right in place of the scalar at the path. */
  add(path: Path, message: string, validValue?: string): void {
    if (this.isFull) return;
    const range = this.nodes.range(path);
    const suggestion = validValue === undefined ? undefined : this.replacement(path, validValue);
    this.problems.push(suggestion ? { path, message, range, suggestion } : { path, message, range });
  }

  private replacement(path: Path, value: string): MetadataSuggestion | undefined {
    const written = this.nodes.scalar(path);
    if (!written) return undefined;
    const mustBeQuoted = BOOLEAN_WORDS.has(value) || !/^[A-Za-z][\w.+/-]*$/.test(value);
    const quote = written.quote || (mustBeQuoted ? '"' : '');
    return { title: `Change to ${value}`, range: written.range, newText: quote + value + quote };
  }
}

/** A check of the value under one key of the metadata. */
export type FieldCheck = (value: unknown, path: Path, report: ProblemReport) => void;
