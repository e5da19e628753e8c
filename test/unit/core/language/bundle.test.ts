import { createContext, runInContext } from 'node:vm';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import type { Position } from 'vscode-languageserver-types';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createLanguageService,
  type FrontMatterDocument,
  type LanguageService,
} from '../../../../src/core/language/language-service';
import { cardDocument } from './card-with-cursor';
import { languageServerStubs } from '../../../../src/core/language/esbuild-stubs.mjs';

const MOST_BYTES = 400_000;

/** What goes into the extension's chunk for completion and hover. */
const entry = `export { createLanguageService } from './src/core/language/language-service';`;

interface Chunk {
  readonly code: string;
  readonly metafile: Metafile;
}

async function bundle(options: BuildOptions): Promise<Chunk> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: new URL('../../../..', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'chunk',
    mainFields: ['module', 'main'],
    plugins: [languageServerStubs],
    ...options,
  });
  return { code: outputFiles?.[0]?.text ?? '', metafile: metafile as Metafile };
}

const card = cardDocument(`---
license: apache
language: [en, pt-BR]
co2_eq_emissions:
  source: CodeCarbon
  training_type: fine
---
`);

const at = (line: number, character: number): Position => ({ line, character });

async function answers(service: LanguageService, document: FrontMatterDocument): Promise<unknown> {
  return [
    await service.complete(document, at(1, 11)),
    await service.complete(document, at(4, 2)),
    await service.hover(document, at(1, 3)),
    await service.hover(document, at(5, 20)),
    await service.validate(document),
  ];
}

describe('the bundle', () => {
  let node: Chunk;
  let browser: Chunk;
  beforeAll(async () => {
    node = await bundle({ platform: 'node', target: 'node20' });
    browser = await bundle({ platform: 'browser', target: 'es2022' });
  });

  test(`is at most ${MOST_BYTES / 1000} kB`, () => {
    expect(Buffer.byteLength(node.code)).toBeLessThan(MOST_BYTES);
    expect(Buffer.byteLength(browser.code)).toBeLessThan(MOST_BYTES);
  });

  test('holds one copy of the YAML parser, and nothing that opens a connection or compiles code', () => {
    for (const { metafile } of [node, browser]) {
      const packages = Object.keys(metafile.inputs).flatMap(
        (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
      );
      const names = [...new Set(packages)].sort();
      expect(names.filter((name) => name.endsWith('/yaml'))).toHaveLength(1);
      expect(names.filter((name) => /ajv|request-light|prettier|jsonrpc|protocol/.test(name))).toEqual([]);
    }
  });

  test('answers as the sources do, without Node, timers, or code made from strings', async () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    runInContext(browser.code, context);
    const { createLanguageService: create } = runInContext('chunk', context) as {
      createLanguageService: typeof createLanguageService;
    };
    const here = await answers(createLanguageService(), card);
    const there = await answers(create(), card);
    expect(JSON.parse(JSON.stringify(there))).toEqual(JSON.parse(JSON.stringify(here)));
    expect(JSON.stringify(here)).toContain('apache-2.0');
  });
});
