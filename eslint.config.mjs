// Beside the usual strict rules, this file keeps the project's walls: which folder may import what.
// The same walls stand in the tsconfig.json of each folder, so the compiler sees what lint cannot.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const nodeBuiltins = [...builtinModules, 'node:*'];
const only = (message, ...group) => ({ group, message });
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const noVscode = only('Only src/vscode and src/extension*.ts may import vscode.', 'vscode');
const noNode = only('Node built-ins belong to src/node and src/cli.', ...nodeBuiltins);
const noLanguageServer = only(
  'Only src/core/language may import yaml-language-server: it is large and loaded lazily.',
  'yaml-language-server',
  'yaml-language-server/*',
);
const noOuterLayers = only(
  'Data flows outwards: the core knows no layer around it.',
  '**/node/**',
  '**/vscode/**',
  '**/cli/**',
  '**/webview/**',
);

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-test', 'node_modules', 'test/editor/*/extension.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['src/core/**'], rules: restrict(noVscode, noNode, noLanguageServer, noOuterLayers) },
  { files: ['src/core/language/**'], rules: restrict(noVscode, noNode, noOuterLayers) },
  {
    files: ['src/node/**', 'src/cli/**'],
    rules: restrict(
      noVscode,
      noLanguageServer,
      only('The editor layer is not for here.', '**/vscode/**', '**/webview/**'),
    ),
  },
  {
    files: ['src/vscode/**'],
    rules: restrict(
      noNode,
      noLanguageServer,
      only(
        'What needs Node comes in through an interface, so that the Web can leave it out.',
        '**/node/**',
        '**/cli/**',
      ),
    ),
  },
  {
    files: ['src/web/**'],
    rules: restrict(
      noVscode,
      noNode,
      noLanguageServer,
      only(
        'A worker of the browser talks to the editor by messages.',
        '**/node/**',
        '**/vscode/**',
        '**/cli/**',
      ),
    ),
  },
  {
    files: ['src/webview/**'],
    rules: restrict(
      noVscode,
      noNode,
      noLanguageServer,
      only('A page talks to the editor by messages.', '**/node/**', '**/vscode/**', '**/cli/**'),
    ),
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment'].map((property) => ({
          property,
          message: 'Texts come from strangers: make elements and text nodes.',
        })),
        { object: 'document', property: 'write', message: 'Texts come from strangers: make elements.' },
      ],
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  { files: ['src/cli/**', 'test/**', 'esbuild.mjs'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
