// VS Code lets only an extension whose manifest names a vendor provide its language models: this one, for the tests.
const vscode = require('vscode');

exports.activate = () => ({
  /** @param {vscode.LanguageModelChatProvider} provider */
  provide: (provider) => vscode.lm.registerLanguageModelChatProvider('model-card-co2-tests', provider),
});
