import type { FieldName, PanelState } from './panel-state';
import type { WhatIf } from './panel-what-if';

/** What the editor tells the page. Nothing is sent before the page is ready. */
export type ToPanel =
  /** Everything there is to see; replaces what was shown. */
  | { readonly type: 'state'; readonly state: PanelState; readonly memory: PanelMemory }
  /** Something takes a moment; what is shown stays until the next state. */
  | { readonly type: 'working'; readonly text: string }
  /** Something was done, in a few words. */
  | { readonly type: 'done'; readonly text: string }
  /** Bring a part into view and focus it. */
  | { readonly type: 'reveal'; readonly section: PanelSection };

/** What the page tells the editor. */
export type FromPanel =
  | { readonly type: 'ready' }
  /** The author typed another value. */
  | { readonly type: 'change'; readonly name: FieldName; readonly text: string }
  | { readonly type: 'action'; readonly action: PanelAction };

/** What the buttons do. */
export type PanelAction =
  | 'reset'
  | 'insert'
  | 'copyYaml'
  | 'copyMarkdown'
  | 'keepSize'
  | 'openCard'
  | 'chooseModel'
  | 'compareModels'
  | 'refit'
  | 'stopComparing';

export type PanelSection = 'size' | 'model' | 'comparison';

/** What a panel needs to come back after the window is reloaded. Addresses, as texts. */
export interface PanelMemory {
  readonly card?: string;
  readonly whatIf: WhatIf;
  /** The model file that the model in use is compared with; empty for the bundled model. */
  readonly comparedWith?: string;
}

/** Reads what an earlier window left, which may have any shape. */
export function readPanelMemory(value: unknown): PanelMemory {
  if (typeof value !== 'object' || value === null) return { whatIf: {} };
  const { card, whatIf, comparedWith } = value as Record<string, unknown>;
  return {
    ...(typeof card === 'string' && { card }),
    ...(typeof comparedWith === 'string' && { comparedWith }),
    whatIf: readTexts(whatIf),
  };
}

function readTexts(value: unknown): WhatIf {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}
