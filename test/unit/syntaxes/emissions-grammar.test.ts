import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index';
import { getVSCodeTokens, renderSnap, type AnnotatedLine } from 'vscode-tmgrammar-test/dist/snapshot/index';
import manifest from '../../../package.json';

const root = new URL('../../../', import.meta.url).pathname;
const contributed = manifest.contributes.grammars.map(({ path, ...grammar }) => ({
  ...grammar,
  path: root + path,
}));

interface Base {
  readonly name: string;
  readonly grammars: { scopeName: string; path: string }[];
}

const require = createRequire(import.meta.url);

/** Markdown and YAML as older editors and other tools have them. */
const tmGrammars: Base = {
  name: 'tm-grammars',
  grammars: [
    { scopeName: 'text.html.markdown', path: require.resolve('tm-grammars/grammars/markdown.json') },
    { scopeName: 'source.yaml', path: require.resolve('tm-grammars/grammars/yaml.json') },
  ],
};

/** Markdown and YAML of each VS Code that the editor tests have installed. */
const editors: Base[] = editorFolders().map(({ name, extensions }) => ({
  name,
  grammars: [
    {
      scopeName: 'text.html.markdown',
      path: `${extensions}/markdown-basics/syntaxes/markdown.tmLanguage.json`,
    },
    { scopeName: 'source.yaml', path: `${extensions}/yaml/syntaxes/yaml.tmLanguage.json` },
    ...['1.0', '1.1', '1.2', '1.3', 'embedded'].map((version) => ({
      scopeName: version === 'embedded' ? 'source.yaml.embedded' : `source.yaml.${version}`,
      path: `${extensions}/yaml/syntaxes/yaml-${version}.tmLanguage.json`,
    })),
  ],
}));

function editorFolders(): { name: string; extensions: string }[] {
  const folder = `${root}.vscode-test`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => ({ name, extensions: `${folder}/${name}/node_modules/code-server/lib/vscode/extensions` }))
    .filter(({ extensions }) => existsSync(`${extensions}/yaml/syntaxes/yaml-1.2.tmLanguage.json`));
}

async function tokens(base: Base, file: string, withOurs = true): Promise<AnnotatedLine[]> {
  const registry = createRegistry([...base.grammars, ...(withOurs ? contributed : [])]);
  const text = readFileSync(`${root}test/grammar/${file}`, 'utf8');
  return getVSCodeTokens(registry, 'text.html.markdown', text);
}

// Code blocks in Markdown may be of any language; that the grammars of those are not here is of no interest.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test.each(['card.txt', 'units.txt'])('scopes of %s', async (file) => {
  await expect(renderSnap(await tokens(tmGrammars, file))).toMatchFileSnapshot(
    `${root}test/grammar/${file}.snap`,
  );
});

describe.each([tmGrammars, ...editors])('with the grammars of $name', (base) => {
  let lines: AnnotatedLine[];
  let plain: AnnotatedLine[];
  beforeAll(async () => {
    lines = await tokens(base, 'card.txt');
    plain = await tokens(base, 'card.txt', false);
  });

  const isOurs = (scope: string): boolean => scope.endsWith('.model-card');
  const isInBlock = ({ tokens }: AnnotatedLine): boolean => tokens.some(({ scopes }) => scopes.some(isOurs));

  test('the block is the ten lines of the emissions', () => {
    const numbers = lines.flatMap((line, index) => (isInBlock(line) ? [index + 1] : []));
    expect(numbers).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  test('every other line is as it would be without us', () => {
    for (const [index, line] of lines.entries()) if (!isInBlock(line)) expect(line).toEqual(plain[index]);
    expect(plain.some(isInBlock)).toBe(false);
  });

  test.each([
    ['co2_eq_emissions', 'entity.name.type.emissions.model-card'],
    ['emissions', 'support.type.property-name.emissions.model-card'],
    ['1710.5', 'constant.numeric.emissions.model-card'],
    ['kg CO2eq', 'keyword.other.unit.emissions.model-card'],
    ['fine-tuning', 'constant.language.emissions.model-card'],
  ])('%s is %s', (text, scope) => {
    const found = lines
      .slice(5, 15)
      .flatMap(({ src, tokens }) =>
        tokens
          .filter(({ startIndex, endIndex }) => src.slice(startIndex, endIndex) === text)
          .map(({ scopes }) => scopes.at(-1)),
      );
    expect(found).toEqual([scope]);
  });
});
