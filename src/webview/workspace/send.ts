import type { FromWorkspacePanel } from '../../core/workspace/panel-protocol';

/** Tells the editor what the user did. */
export type Send = (message: FromWorkspacePanel) => void;
