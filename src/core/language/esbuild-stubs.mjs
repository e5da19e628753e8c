// What the parts of the YAML language server that we use import and never call, for any bundle with the language
// service in it. With these in place it also runs where there is no Node.

/** The server's texts are shown in English: `t('Expected {0}.', type)`. */
const l10n = `
export const t = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (all, index) => values[index] ?? all);`;

const stubs = {
  '@vscode/l10n': l10n,
  // Only for schemas in files: ours is in the bundle.
  path: 'module.exports = {};',
};

/** esbuild plugin. It touches only what yaml-language-server imports. */
export const languageServerStubs = {
  name: 'language-server-stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(@vscode\/l10n|path)$/ }, ({ path, importer }) =>
      /[\\/]yaml-language-server[\\/]/.test(importer)
        ? { path, namespace: 'language-server-stub', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'language-server-stub' }, ({ path }) => ({
      contents: stubs[path],
      loader: 'js',
    }));
  },
};

export default languageServerStubs;
