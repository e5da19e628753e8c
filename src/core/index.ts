/**
 * The face of the core for the editor: bundled as one chunk that is loaded with the first model card.
 * Programs on Node import the modules themselves.
 */
import type { LanguageService } from './language/language-service';

export { type Card, MAX_CARD_LENGTH, readCard, refusedCard } from './card/card';
export { type Declaration, declareEmissions, type Replacement } from './card/declare-emissions';
export type { TextEdit, TextRange } from './card/text-range';
export { LineIndex } from './card/line-index';
export {
  type EmissionsEntries,
  emissionsEntries,
  type RunSelection,
  selectRuns,
} from './codecarbon/emissions-entries';
export { isEmissionsFile } from './codecarbon/emissions-file';
export { refuseLargeEmissionsFile } from './codecarbon/emissions-table';
export type { EmissionsRun } from './codecarbon/emissions-run';
export { parseEmissionsCsv } from './codecarbon/parse-emissions-csv';
export {
  MAX_CONFIG_LENGTH,
  type ProjectConfig,
  type ReadConfig,
  readProjectConfig,
  unreadableConfig,
} from './config/project-config';
export { ignoreList, isBelowIgnored } from './files/ignore-list';
export { emissionsHover } from './hover/emissions-hover';
export type { CardFacts } from './judgement/card-facts';
export { hintOf } from './prediction/hint';
export { type Judgement, judgeUnit } from './judgement/judgement';
export { readUsableModel } from './prediction/model-in-use';
export { panelCard, type PanelCardResult } from './prediction/panel-card';
export { panelComparison } from './prediction/panel-comparison';
export { panelModel } from './prediction/panel-model';
export type { PanelMemory } from './prediction/panel-protocol';
export type { PanelState } from './prediction/panel-state';
export { estimateAsMarkdown, estimateAsYaml, estimateDeclaration } from './prediction/panel-text';
export { applyWhatIf, type WhatIf } from './prediction/panel-what-if';
export { type CardPrediction, factsOf, predictCard, predictFrom } from './prediction/predict-card';
export { baseModelOf } from './predictors/base-model';
export type { GatheredPredictors } from './predictors/gather-predictors';
export { hubLookUp } from './predictors/hub';
export type { Predictors } from './predictors/predictor';
export { placeOfAnswer, readAnswer } from './prompt/answer';
export { fewShotPrompt } from './prompt/few-shot';
export { type ImpactSegment, impactSegments } from './prompt/impact-segments';
export { printDecimal } from './quantity/decimal';
export { formatMass } from './quantity/format-mass';
export { type EmissionsModel, readModelFile, refuseLargeModelFile } from './glm/model-file';
export { paperModel } from './glm/paper-model';
export { readDeclaredEmissions } from './refit/card-emissions';
export { cardsExport, type ExportedCard, lacksLikes } from './refit/cards-export';
export {
  type CardComparison,
  type CardRow,
  compareCard,
  compareModels,
  type ModelComparison,
} from './refit/panel-comparison';
export type { RefitOutcome } from './refit/panel-outcome';
export { progressPercent, progressWords } from './refit/panel-progress';
export { checkCard, type CheckResult, type ReportedFinding } from './rules/check-card';
export { fixAllEdits } from './rules/fix-all';
export { ignoreFix } from './rules/ignore-comment';
export type { Fix } from './rules/rule';
export { type BulkFix, bulkEdits } from './workspace/bulk-fix';
export { type CardReport, cardReport, type ReportedPrediction, reportsAsJson } from './workspace/card-report';
export { reportsAsCsv } from './workspace/rows-csv';
export { workspaceState } from './workspace/workspace-state';
export type { WorkspaceTally } from './workspace/workspace-summary';

/** Completion and hover in the front matter. The YAML language server is evaluated with the first call. */
export async function createLanguageService(): Promise<LanguageService> {
  const service = await import('./language/language-service');
  return service.createLanguageService();
}
