import type { FromRefitPanel } from '../../core/refit/panel-protocol';

/** Tells the editor what the user did. */
export type Send = (message: FromRefitPanel) => void;
