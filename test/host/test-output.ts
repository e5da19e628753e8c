/** The environment variable that tells the tests inside VS Code how to mark what they print. */
export const markVariable = 'MODEL_CARD_CO2_OUTPUT_MARK';

/** Stands before each message of the tests, to tell them from the messages of VS Code that arrive the same way. */
export const testOutputMark = '[tests] ';
