import type { Cards } from '../cards';
import type { Models } from '../models/models';
import type { PredictPanel } from '../panels/predict-panel';
import type { WorkspacePanel } from '../panels/workspace-panel';
import type { LazyRefits } from '../lazy-refits';

/** What commands work with. */
export interface CommandServices {
  readonly cards: Cards;
  readonly models: Models;
  readonly panel: PredictPanel;
  readonly refits: LazyRefits;
  readonly workspacePanel: WorkspacePanel;
}

/** One command: its id as the manifest contributes it, and what it does. Lives in a file of its own. */
export interface Command {
  readonly id: string;
  run(services: CommandServices, ...given: readonly unknown[]): Promise<unknown>;
}
