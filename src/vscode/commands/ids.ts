/** Ids of the commands, as the manifest contributes them. */
export const PREDICT_EMISSIONS = 'modelCardCo2.predictEmissions';
export const SELECT_MODEL = 'modelCardCo2.selectModel';
export const SHOW_MODEL = 'modelCardCo2.showModel';
export const INSERT_FROM_CODECARBON = 'modelCardCo2.insertFromCodeCarbon';
export const ASK_LANGUAGE_MODEL = 'modelCardCo2.askLanguageModel';
export const REFIT_MODEL = 'modelCardCo2.refitModel';
export const CHECK_WORKSPACE = 'modelCardCo2.checkWorkspace';
export const EXPORT_WORKSPACE_CARDS = 'modelCardCo2.exportWorkspaceCards';
export const NEW_MODEL_CARD = 'modelCardCo2.newModelCard';
