/**
 * The face of the core for the editor: bundled as one chunk that is loaded with the first model card.
 * Programs on Node import the modules themselves.
 */
import type { LanguageService } from './language/language-service';

export { type Card, readCard } from './card/card';
export type { TextEdit, TextRange } from './card/text-range';
export { emissionsHover } from './hover/emissions-hover';
export type { CardFacts } from './judgement/card-facts';
export { hintOf } from './prediction/hint';
export { type CardPrediction, factsOf, predictCard } from './prediction/predict-card';
export { paperModel } from './glm/paper-model';
export { checkCard, type CheckResult, type ReportedFinding } from './rules/check-card';
export { fixAllEdits } from './rules/fix-all';
export { ignoreFix } from './rules/ignore-comment';
export type { Fix } from './rules/rule';

/** Completion and hover in the front matter. The YAML language server is evaluated with the first call. */
export async function createLanguageService(): Promise<LanguageService> {
  const service = await import('./language/language-service');
  return service.createLanguageService();
}
