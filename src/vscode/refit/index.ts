/** Everything about refits: a chunk of its own, loaded with the first of them. */
import * as vscode from 'vscode';
import type { RefitRunner } from '../../core/refit/worker-protocol';
import type { Models } from '../models/models';
import { RefitPanel } from '../panels/refit-panel';
import { placeOf } from '../places';
import type { Predictions } from '../predictions';
import { chooseExport } from './choose-export';
import { exportCards } from './export-cards';
import { RefitStorage } from './refit-storage';
import { Refits } from './refits';

/** What refits need of the rest of the extension. */
export interface RefitServices {
  readonly context: vscode.ExtensionContext;
  readonly models: Models;
  readonly predictions: Predictions;
  readonly runner: RefitRunner;
}

/** What can be done about refits. */
export interface RefitTools {
  /** Refits an export; asks for one where none is given. */
  refit(given?: vscode.Uri): Promise<void>;
  /** Says that a refit was cut off when the window closed. */
  tellOfInterruption(): Promise<void>;
  restorePanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void>;
  /** Writes the cards of the workspace as an export; asks where to, where nothing is given. */
  exportCards(target?: vscode.Uri): Promise<void>;
  /** Stops a refit that goes on. */
  dispose(): void;
}

export function createRefitTools({ context, models, predictions, runner }: RefitServices): RefitTools {
  const storage = new RefitStorage(context);
  const panel = new RefitPanel(context.extensionUri, { predictions, models, storage, runner });
  const refits = new Refits(runner, storage, (folder) => panel.show(folder));
  const docs = vscode.Uri.joinPath(context.extensionUri, 'media', 'docs', 'dataset-export.md');
  return {
    async refit(given) {
      if (given) return refits.start({ paths: [placeOf(given)], overrides: [] });
      const pick = await chooseExport(storage, docs);
      if (pick?.kind === 'export') return refits.start(pick.choice);
      const { finished } = storage;
      if (pick?.kind === 'report' && finished) return panel.show(finished.folder);
    },
    tellOfInterruption: () => refits.tellOfInterruption(),
    restorePanel: (restored, saved) => panel.restore(restored, saved),
    exportCards: (target) => exportCards(predictions, target),
    dispose() {
      refits.dispose();
      panel.dispose();
    },
  };
}
