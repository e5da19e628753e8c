import type * as vscode from 'vscode';
import type { Cards } from '../cards';
import type { Models } from '../models/models';
import type { PredictPanel } from '../panels/predict-panel';
import type { RefitPanel } from '../panels/refit-panel';
import type { Predictions } from '../predictions';
import type { Refits } from '../refit/refits';

/** What commands work with. */
export interface CommandServices {
  readonly cards: Cards;
  readonly models: Models;
  readonly panel: PredictPanel;
  readonly predictions: Predictions;
  readonly refits: Refits;
  readonly refitPanel: RefitPanel;
  /** Where the extension is installed. */
  readonly extension: vscode.Uri;
}

/** One command: its id as the manifest contributes it, and what it does. Lives in a file of its own. */
export interface Command {
  readonly id: string;
  run(services: CommandServices, ...given: readonly unknown[]): Promise<unknown>;
}
