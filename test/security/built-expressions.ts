import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundExpression, sourceFiles, SRC } from './regular-expressions';

/** A place where the source code builds a regular expression at run time. */
export interface BuildingPlace {
  readonly where: string;
  /** From 1. */
  readonly line: number;
}

/** Every `new RegExp(…)` of the source code. */
export function buildingPlaces(folders: readonly string[]): BuildingPlace[] {
  return sourceFiles(folders).flatMap((where) => {
    const file = ts.createSourceFile(
      where,
      readFileSync(join(SRC, where), 'utf8'),
      ts.ScriptTarget.ES2023,
      true,
    );
    const places: BuildingPlace[] = [];
    const visit = (node: ts.Node): void => {
      const builds =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
      if (builds) places.push({ where, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
      ts.forEachChild(node, visit);
    };
    visit(file);
    return places;
  });
}

/** An expression as it was built, with the line that built it. */
export interface BuiltExpression extends FoundExpression {
  readonly line: number;
}

/** Records what source code builds while `work` loads and uses it; modules must not have been loaded before. */
export async function recordBuilt(work: () => Promise<void>): Promise<BuiltExpression[]> {
  const built = new Map<string, BuiltExpression>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, given]: [string | RegExp, string | undefined]) {
      const expression = given === undefined ? new target(pattern) : new target(pattern, given);
      const caller = new Error().stack?.split('\n')[2] ?? '';
      const place = /\/src\/((?:core|node|cli|vscode|web|webview)\/[^?:)]+\.ts)[^:)]*:(\d+)/.exec(caller);
      if (place !== null) {
        const { flags, source } = expression;
        const [, where = '', line = ''] = place;
        built.set(`${where} ${source} ${flags}`, { where, line: Number(line), source, flags });
      }
      return expression;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = original;
  }
  return [...built.values()];
}
