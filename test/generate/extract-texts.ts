import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Every English text that the sources hand to `l10n.t` or `vscode.l10n.t`, each once, sorted. */
export function extractTexts(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return [...new Set(files.flatMap((name) => textsIn(join(folder, name))))].sort();
}

function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression, source)) texts.push(textOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function isTranslation(called: ts.Expression, source: ts.SourceFile): boolean {
  return /^(?:vscode\.)?l10n\.t$/.test(called.getText(source));
}

/** Throws where the text is not written out: the translators' file could not name it. */
function textOf({ arguments: [text, ...values] }: ts.CallExpression, source: ts.SourceFile): string {
  if (text === undefined || !ts.isStringLiteralLike(text)) {
    throw new Error(`${source.fileName}: l10n.t wants a literal, not ${text?.getText(source) ?? 'nothing'}.`);
  }
  if (!fits(placeholders(text.text), values)) {
    throw new Error(`${source.fileName}: the values do not fit "${text.text}".`);
  }
  return text.text;
}

/** Numbered placeholders want a value each, named ones an object. Its keys are compared where they are all written out. */
function fits(wanted: readonly string[], values: readonly ts.Expression[]): boolean {
  if (wanted.every((name) => /^\d+$/.test(name))) return wanted.join() === [...values.keys()].join();
  const [object] = values;
  if (object === undefined || values.length > 1) return false;
  if (!ts.isObjectLiteralExpression(object) || object.properties.some(ts.isSpreadAssignment)) return true;
  const given = object.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : ''));
  return wanted.join() === given.sort().join();
}

/** `{0}` or `{name}`, each once, sorted. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}
