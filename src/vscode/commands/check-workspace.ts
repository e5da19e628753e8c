import type { Command } from './command';
import { CHECK_WORKSPACE } from './ids';

/** Checks every model card of the workspace and lists them in a table. Returns the reports, as JSON has them. */
export const checkWorkspace: Command = {
  id: CHECK_WORKSPACE,
  run: ({ workspacePanel }) => workspacePanel.show(),
};
