import * as l10n from '@vscode/l10n';
import type { CardNodes, Path } from './card-nodes';
import type { MetadataProblem, MetadataSuggestion } from './metadata-problem';

/** A card with more problems than this is something else; the rest would only be in the way. */
const MOST_PROBLEMS = 100;

/** Words that PyYAML, unlike the Hub's parser, reads as a boolean when they stand without quotes: Norwegian. */
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
    const written = validValue === undefined ? undefined : this.nodes.scalar(path);
    if (!written || validValue === undefined) {
      this.push(path, message);
      return;
    }
    const mustBeQuoted = BOOLEAN_WORDS.has(validValue) || !/^[A-Za-z][\w.+/-]*$/.test(validValue);
    const quote = written.quote || (mustBeQuoted ? '"' : '');
    const newText = quote + validValue + quote;
    this.push(path, message, { title: l10n.t('Change to {0}', validValue), range: written.range, newText });
  }

  /** Reports a number or a boolean that would be right as text, just as it is written. */
  addUnquoted(path: Path, message: string): void {
    const written = this.nodes.scalar(path);
    const suggestion = written && {
      title: l10n.t('Put it in quotes'),
      range: written.range,
      newText: `"${written.source}"`,
    };
    this.push(path, message, suggestion);
  }

  private push(path: Path, message: string, suggestion?: MetadataSuggestion): void {
    if (this.isFull) return;
    const range = this.nodes.range(path);
    this.problems.push(suggestion ? { path, message, range, suggestion } : { path, message, range });
  }
}

/** A check of the value under one key of the metadata. */
export type FieldCheck = (value: unknown, path: Path, report: ProblemReport) => void;
