import type { RuleId } from '../../core/rules';

/** The pages of `media/rules`, put in by the build. */
declare const RULE_PAGES: Readonly<Record<string, string>>;

/** What a reader of a report finds about a rule. */
export interface RulePage {
  /** Markdown without links to files that a report does not bring along. */
  readonly markdown: string;
  /** The source that the page gives for its reasons. */
  readonly source: string | undefined;
}

/** The page of a rule. */
export function rulePage(rule: RuleId): RulePage {
  const page = RULE_PAGES[rule] ?? '';
  return {
    markdown: page
      .replaceAll(/ · \[all rules\]\(index\.md\)/g, '')
      .replaceAll(/\[([^[\]\n]*)\]\((?!https:)[^()\n]*\)/g, '$1'),
    source: /\]\((https:[^()\s]+)\)/.exec(page)?.[1],
  };
}
