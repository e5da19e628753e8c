import type { Card } from '../card/card';
import type { TextEdit, TextRange } from '../card/text-range';
import type { CardFacts } from '../judgement/card-facts';
import type { Judgement } from '../judgement/judgement';

/** How loud a finding is, as in the Language Server Protocol. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** A rule that is `off` is not run at all. */
export type SeveritySetting = Severity | 'off';

/** A minimal edit that removes a finding and changes nothing else that the Hub reads. */
export interface Fix {
  /** Says what the text becomes: "Change to 1710 (grams)". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** A safe fix cannot change what the author meant, and is part of fix-all. */
  readonly safe: boolean;
}

/** Something that is wrong in a card. */
export interface Finding {
  /** The narrowest range that is wrong. */
  readonly range: TextRange;
  /** What is wrong, why we think so and what to do, in one or two plain sentences. */
  readonly message: string;
  /** Where a finding is milder than its rule. */
  readonly severity?: Severity;
  /** The best fix first. */
  readonly fixes?: readonly Fix[];
  /** Other places in the card that the message speaks of. */
  readonly related?: readonly { readonly range: TextRange; readonly message: string }[];
  /** Figures behind the message, for programs. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly card: Card;
  /** Undefined where the card declares no positive number. */
  readonly judgement: Judgement | undefined;
  readonly facts: CardFacts;
}

/** One thing to check. A rule lives in a file named after its id and stands in the table of `index.ts`. */
export interface Rule<Id extends string = string> {
  /** Stable and public: it stands in settings and in ignore comments. */
  readonly id: Id;
  readonly defaultSeverity: SeveritySetting;
  /** What it finds, as in the README's table. */
  readonly summary: string;
  check(context: RuleContext): Iterable<Finding>;
}
