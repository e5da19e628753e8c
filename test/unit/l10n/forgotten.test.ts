import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../../../src');

/** What stays English, and why. A folder ends in a slash. */
const ENGLISH: Readonly<Record<string, string>> = {
  'cli/': 'the command line',
  'node/cards/': 'how the command line finds and reads cards',
  'core/prompt/few-shot.ts': 'the question to a language model',
  'core/prediction/panel-text.ts': 'what is written into cards',
  'core/refit/model-of-refit.ts': 'what is written into model files',
  'core/refit/categories.ts': 'the names of categories in the paper',
  'core/refit/column-map.ts': 'a switch of the command line',
  'core/refit/result-text.ts': 'what the command line prints',
  'core/glm/summary.ts': 'the summary of statsmodels',
};

const NAMES = ['Model Card CO₂', 'Model Card CO₂ refit', 'Hugging Face Hub'];

/** The messages of errors that stop what nobody waits for any more. */
const NEVER_SHOWN = ['The refit was cancelled.', 'The columns are known.'];

/** Three words or more that begin or end as a sentence does. */
const SENTENCE = /^(?=.*\p{L}{2,} \p{L}{2,}.* \p{L}{2,})(?:[“"']?\p{Lu}\p{Ll}.*|.*\p{Ll}[.?!…])$/su;

/** The sentences of a file that nobody translates. */
function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(sources, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isTranslated(node) || isForDevelopers(node)) return;
    const text = textOf(node);
    if (text !== undefined && SENTENCE.test(text) && !isAsItShallBe(text)) found.push(`${file}: ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isAsItShallBe(text: string): boolean {
  return NAMES.includes(text) || NEVER_SHOWN.includes(text);
}

function isTranslated(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^(?:vscode\.)?l10n\.t$/.test(node.expression.getText());
}

/** Errors of a program that is wrong, the summaries of the rules (for SARIF and the README), names of modules. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(?:Error|TypeError|RangeError)$/.test(node.expression.getText());
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'summary';
  return ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node);
}

/** The text of a literal, with a placeholder where a template has a value. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

test('every sentence in the sources can be translated', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .filter(
      (name) =>
        !Object.keys(ENGLISH).some((path) => name === path || (path.endsWith('/') && name.startsWith(path))),
    );
  expect(files.flatMap(sentencesOf)).toEqual([]);
});
