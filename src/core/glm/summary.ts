import type { GlmFit } from './fit';

/** The table that statsmodels' `GLMResults.summary()` prints. @param date when, for its Date and Time lines. */
export function summary(_fit: GlmFit, _options: { readonly response: string; readonly date: Date }): string {
  throw new Error('Interface only.');
}
