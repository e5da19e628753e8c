import type { PredictorKind, PredictorName } from '../predictors/predictor';
import type { Advice } from './advice';
import type { LogAxis } from './panel-axis';

/**
 * Everything the panel shows, as plain data: the page draws it and decides nothing. Texts are for reading; the numbers
 * beside them only place things on an axis.
 */
export interface PanelState {
  /** Why what is shown may be out of date, or not there, in a sentence. */
  readonly notice?: string;
  /** Undefined where no card was read: then only the model is shown. */
  readonly card?: PanelCard;
  readonly model: PanelModel;
  readonly comparison?: PanelComparison;
}

export interface PanelCard {
  /** Its path in the workspace. */
  readonly name: string;
  /** Whether the card is there to be edited. */
  readonly editable: boolean;
  readonly estimate?: PanelEstimate;
  /** What is missing for a prediction, a sentence each. */
  readonly missing: readonly string[];
  /** Predicted, declared and physical amounts on one axis. */
  readonly amounts: PanelAmounts;
  readonly predictors: readonly PanelField[];
  /** What the physical estimate rests on. */
  readonly run: PanelRun;
  /** Whether a value was typed in the panel. */
  readonly changed: boolean;
  /** Whether a typed size can be kept in the settings of the card's folder. */
  readonly sizeCanBeKept: boolean;
  /** What to know about the predictors as a whole, a sentence each. */
  readonly notes: readonly string[];
}

export interface PanelEstimate {
  /** "≈ 5.0 g". */
  readonly headline: string;
  /** How sure the model is, in a sentence. */
  readonly range: string;
  /** Extrapolation, thin categories and the like, a sentence each. */
  readonly warnings: readonly string[];
  readonly steps: PanelSteps;
  readonly advice: readonly Advice[];
}

export interface PanelAmounts {
  readonly axis: LogAxis;
  readonly rows: readonly PanelAmount[];
  /** How the amounts compare, a sentence each. */
  readonly verdicts: readonly string[];
}

/** An amount on the axis: a point, a range, or both. Grams. */
export interface PanelAmount {
  readonly kind: 'predicted' | 'declared' | 'meant' | 'physical';
  readonly label: string;
  /** The amount in words: "5.0 g (0.26 g to 97 g)". */
  readonly text: string;
  readonly point?: number;
  readonly low?: number;
  readonly high?: number;
}

/** The prediction as a product: each term multiplies what came before it. */
export interface PanelSteps {
  readonly axis: LogAxis;
  readonly steps: readonly PanelStep[];
}

export interface PanelStep {
  /** "Commits". */
  readonly label: string;
  /** What the term is worth on this card: "12". Empty where the label says it. */
  readonly value: string;
  /** "× 5.6", or grams where the product begins and ends. */
  readonly factor: string;
  /** Grams before and after. */
  readonly from: number;
  readonly to: number;
}

/** What the physical estimate needs to know of the training run. */
export type RunField = 'energy' | 'hardware' | 'hours' | 'place';

export type FieldName = PredictorName | RunField;

/** A value that the author may change on the spot. */
export interface PanelField {
  readonly name: FieldName;
  readonly label: string;
  /** As it stands in the field; empty where it is missing. */
  readonly text: string;
  /** The values to choose from, where not any text will do. */
  readonly choices?: readonly string[];
  /** An example for an empty field. */
  readonly example?: string;
  /** "7.2 billion", where that is easier to read than the field. */
  readonly reading?: string;
  readonly kind: PredictorKind | 'missing';
  readonly origin: string;
  readonly note?: string;
  readonly changed: boolean;
  /** What is wrong with the text that the author typed. */
  readonly problem?: string;
}

export interface PanelRun {
  readonly fields: readonly PanelField[];
  /** The figures used, a sentence each; empty where there is no estimate. */
  readonly basis: readonly string[];
  readonly sources: readonly string[];
  /** What is missing for an estimate. */
  readonly missing?: string;
}

export interface PanelModel {
  readonly title: string;
  /** Provenance and quality, fact by fact. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly terms: readonly PanelTerm[];
  /** Why the model that the settings name is not used. */
  readonly problem?: string;
}

export interface PanelTerm {
  readonly name: string;
  readonly coefficient: string;
  readonly standardError: string;
  /** What the coefficient means for the grams, in words. */
  readonly meaning: string;
}

/** The model in use beside another. */
export interface PanelComparison {
  /** Names of the two models: the one in use first. */
  readonly names: readonly [string, string];
  readonly rows: readonly { readonly name: string; readonly texts: readonly [string, string] }[];
  /** What both say of this card, in a sentence. */
  readonly verdict?: string;
}
