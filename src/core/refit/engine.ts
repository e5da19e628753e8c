/**
 * All that refits are made with, as a file of its own: the thread of Node and the worker of the browser are small
 * programs around it, so that the extension carries it once.
 */
export { byCodeUnit, isExportFile, noDataFiles, onlyEmptyFiles } from '../export/export-folder';
export { lookAtExport } from '../export/look-at-export';
export { refitToOutcome } from '../export/refit-to-outcome';
export { explainFailure } from './explain-failure';
export { pacedProgress } from './paced-progress';
export { OUTCOME_FILES, readOutcome } from './panel-outcome';
export { stopIfCancelled } from './progress';
export { RefitCancelled, RefitError } from './refit-error';
