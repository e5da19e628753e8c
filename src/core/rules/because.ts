import type { Judgement } from '../judgement/judgement';

/** The strongest pieces of evidence, at most two, as the end of a sentence. */
export function because(judgement: Judgement): string {
  return judgement.evidence
    .slice(0, 2)
    .map(({ sentence }) => sentence)
    .join(', and ');
}
