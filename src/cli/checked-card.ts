import type { Card } from '../core/card/card';
import type { CheckResult } from '../core/rules/check-card';

/** A card as the command line reports it. */
export interface CheckedCard extends CheckResult {
  /** As given or found; `-` for standard input. */
  readonly file: string;
  readonly card: Card;
  /** Why the card was not read. */
  readonly refusal: string | undefined;
  /** Predicted grams with their 95 % interval, where the size of the model is known. */
  readonly prediction: { readonly grams: number; readonly low: number; readonly high: number } | undefined;
}
