/** The type of the report panel. */
export const REFIT_PANEL = 'modelCardCo2.refit';

/** Under which the workspace remembers a refit that has begun. */
export const UNDERWAY = 'refit.underway';
