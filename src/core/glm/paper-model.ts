import type { EmissionsModel } from './model-file';
import paper from './paper.json';

/**
 * The bundled model: Table 2 of the paper, digit for digit. A test checks it as a model file; checking it whenever the
 * extension loads would take longer than a prediction.
 */
export const paperModel = paper as unknown as EmissionsModel;
