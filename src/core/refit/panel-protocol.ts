import type { CardComparison, ModelComparison } from './panel-comparison';

/** What may be done with a refit: nothing has changed as long as it is open. */
export type RefitDecision =
  | { readonly kind: 'open' }
  /** @property reason why it cannot be accepted, in a sentence */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** @property text what was done, and what undoing it brings back */
  | { readonly kind: 'accepted'; readonly text: string };

/** Everything that the report panel shows. */
export interface RefitPanelState {
  readonly title: string;
  /** The address of the report's body, for this page to load. */
  readonly report: string;
  readonly decision: RefitDecision;
  readonly models: ModelComparison;
  readonly cards: CardComparison;
}

/** What the editor tells the page. Nothing is sent before the page is ready. */
export type ToRefitPanel =
  | { readonly type: 'state'; readonly state: RefitPanelState; readonly memory: RefitPanelMemory }
  /** The cards are compared one by one, so they come after the rest. */
  | { readonly type: 'cards'; readonly cards: CardComparison }
  /** Something was done, in a few words. */
  | { readonly type: 'done'; readonly text: string };

export type RefitPanelAction =
  'accept' | 'discard' | 'undo' | 'saveHtml' | 'saveMarkdown' | 'savePlots' | 'saveTables' | 'saveModel';

/** What the page tells the editor. */
export type FromRefitPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: RefitPanelAction }
  | { readonly type: 'openCard'; readonly name: string };

/** What the panel needs to come back after the window is reloaded. */
export interface RefitPanelMemory {
  /** The path of the outcome. */
  readonly folder: string;
}

/** Reads what an earlier window left, which may have any shape. */
export function readRefitMemory(value: unknown): RefitPanelMemory | undefined {
  if (typeof value !== 'object' || value === null || !('folder' in value)) return undefined;
  return typeof value.folder === 'string' ? { folder: value.folder } : undefined;
}
