import type { FromPanel } from '../../core/prediction/panel-protocol';

/** Tells the editor what the author did. */
export type Send = (message: FromPanel) => void;
