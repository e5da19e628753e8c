// What the parts of the YAML language server that we use import and never call, for any bundle with the language
// service in it. With these in place it also runs where there is no Node.

/** The server's texts are shown in English: `t('Expected {0}.', type)`. */
const l10n = `
export const t = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (all, index) => values[index] ?? all);`;

const stubs = {
  '@vscode/l10n': l10n,
  // Only for schemas that stand in files or name one another: ours is one, and in the bundle.
  path: 'module.exports = {};',
  'vscode-uri': 'module.exports = {};',
};

/**
 * esbuild plugin. The stubs replace only what yaml-language-server imports. The `yaml` package is taken in its
 * build of ES modules for everyone, so that there is one copy, without what nobody calls.
 */
export const languageServerStubs = {
  name: 'language-server-stubs',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^(@vscode\/l10n|path|vscode-uri)$/ }, ({ path, importer }) =>
      /[\\/]yaml-language-server[\\/]/.test(importer)
        ? { path, namespace: 'language-server-stub', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'language-server-stub' }, ({ path }) => ({
      contents: stubs[path],
      loader: 'js',
    }));
    onResolve({ filter: /^yaml$/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === stubs) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: stubs });
      return {
        ...found,
        path: found.path.replace(/yaml([\\/])dist[\\/]index\.js$/, 'yaml$1browser$1index.js'),
      };
    });
  },
};
