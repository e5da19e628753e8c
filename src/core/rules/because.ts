import * as l10n from '@vscode/l10n';
import type { Judgement } from '../judgement/judgement';

/** The strongest pieces of evidence, at most two, as the end of a sentence. */
export function because(judgement: Judgement): string {
  const [strongest, second] = judgement.evidence;
  if (strongest === undefined || second === undefined) return strongest?.sentence ?? '';
  return l10n.t('{0}, and {1}', strongest.sentence, second.sentence);
}
