/** The configuration file of a project. It lies in the folder that its paths are relative to. */
export const CONFIG_FILE = '.model-card-co2.json';
