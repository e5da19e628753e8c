import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../src');

/** Every source with the sources that it imports, also for their types alone. */
function importsOf(folder: string): Map<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
  return new Map(files.map((file) => [file, importsIn(file)]));
}

function importsIn(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    const path = join(dirname(file), fileName);
    const candidates = fileName.startsWith('.') ? [`${path}.ts`, join(path, 'index.ts')] : [];
    return candidates.find((candidate) => existsSync(candidate)) ?? [];
  });
}

/** A way from a file back to itself; undefined where there is none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const imported of graph.get(file) ?? []) {
      const cycle = visit(imported, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

describe('imports', () => {
  it('never lead back to the file that they start from', () => {
    const graph = importsOf(SOURCES);
    const imports = [...graph.values()].flat();
    expect(imports.length).toBeGreaterThan(graph.size);
    expect(cycleIn(graph)?.map((file) => relative(SOURCES, file))).toBeUndefined();
  });

  it('are seen where they do', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', []],
      ['c', ['d']],
      ['d', ['b', 'c']],
    ]);
    expect(cycleIn(graph)).toEqual(['c', 'd', 'c']);
  });
});
