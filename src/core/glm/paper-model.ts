import { type EmissionsModel, checkModel } from './model-file';
import paper from './paper.json';

/** The bundled model: Table 2 of the paper, digit for digit. */
export const paperModel: EmissionsModel = checkModel(paper);
