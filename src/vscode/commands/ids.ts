/** Ids of the commands, as the manifest contributes them. */
export const PREDICT_EMISSIONS = 'modelCardCo2.predictEmissions';
