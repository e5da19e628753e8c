import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  isTooLarge,
  MAX_FRONT_MATTER_LENGTH,
} from '../../../../src/core/language/language-service';
import { maskedYaml } from '../../../../src/core/language/mask';
import { cardDocument } from './card-with-cursor';

const start = { line: 1, character: 'license: '.length };

describe('the masked card', () => {
  test('keeps every place of the front matter, for any text and line ends', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ':', ' ', '-', '\n', '\r', '\r\n', 'é', '😀', '\uFEFF'),
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (card, one, other) => {
        const [from = 0, to = 0] = [one % (card.length + 1), other % (card.length + 1)].sort((a, b) => a - b);
        const masked = maskedYaml(card, { start: from, end: to });
        expect(masked).toHaveLength(to);
        expect(masked.slice(0, from).trim()).toBe('');
        const [before, after] = [card.slice(0, to), masked].map((each) =>
          TextDocument.create('', '', 0, each),
        );
        for (let offset = from; offset < to; offset++) {
          if (/[\r\n]/.test(card.charAt(offset))) continue;
          expect(masked[offset]).toBe(card[offset]);
          expect(after?.positionAt(offset)).toEqual(before?.positionAt(offset));
        }
      }),
    );
  });
});

describe('a document', () => {
  test('that has changed is read anew, and so is one that was closed and opened again', async () => {
    const service = createLanguageService();
    const card = cardDocument('---\nlicense: m\n---\n');
    const other = cardDocument('---\nlanguage: e\n---\n');
    const count = async (document: typeof card): Promise<number> =>
      (await service.complete(document, { line: 1, character: 10 })).length;
    const [licenses, languages] = [await count(card), await count(other)];
    expect(languages).toBeGreaterThan(licenses);
    service.forget(card.uri);
    expect(await count({ ...card, version: other.version })).toBe(licenses);
  });

  test('in two cards asked in turn', async () => {
    const service = createLanguageService();
    const first = { ...cardDocument('---\nlicense: m\n---\n'), uri: 'file:///a/README.md' };
    const second = { ...cardDocument('---\ntags: [a]\n---\n'), uri: 'file:///b/README.md' };
    for (let turn = 0; turn < 3; turn++) {
      expect(await service.complete(first, start)).not.toEqual([]);
      expect(await service.complete(second, start)).toEqual([]);
    }
  });

  test('of a size beyond the limit gets nothing, soon', async () => {
    const service = createLanguageService();
    const large = cardDocument(`---\nlicense: m\ntags: [${'a,'.repeat(MAX_FRONT_MATTER_LENGTH / 2)}]\n---\n`);
    expect(isTooLarge(large)).toBe(true);
    expect(await service.complete(large, start)).toEqual([]);
    expect(await service.hover(large, start)).toBeUndefined();
    expect(await service.validate(large)).toEqual([]);
  });

  test('names no schema but ours, and nothing is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const service = createLanguageService();
    const card = cardDocument('---\n$schema: https://example.org/s.json\nlicense: m\n---\n');
    const modeline = cardDocument(
      '---\n# yaml-language-server: $schema=https://example.org/s.json\nlicense: m\n---\n',
    );
    for (const document of [card, modeline])
      expect(await service.complete(document, { line: 2, character: 10 })).not.toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('with YAML that does not parse throws nowhere', async () => {
    const service = createLanguageService();
    const characters = fc.constantFrom(
      'a',
      ':',
      ' ',
      '-',
      '\n',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      '&',
      '*',
      '|',
      '>',
      '\t',
      '!',
      '%',
      '?',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 60 }), fc.nat(60), async (yaml, at) => {
        const document = {
          ...cardDocument('---\n'),
          text: `---\n${yaml}`,
          yaml: { start: 4, end: 4 + yaml.length },
        };
        const position = TextDocument.create('', '', 0, document.text).positionAt(4 + at);
        await service.complete(document, position);
        await service.hover(document, position);
        await service.validate(document);
      }),
    );
  });
});

describe('validation by the schema', () => {
  const service = createLanguageService();
  const complaints = async (yaml: string): Promise<string[]> =>
    (await service.validate(cardDocument(`---\n${yaml}\n---\n`))).map(({ message, range }) => {
      expect(range.start.line).toBeGreaterThan(0);
      return typeof message === 'string' ? message : message.value;
    });

  test.each([
    ['license: apache', /not accepted/],
    ['co2_eq_emissions:\n- emissions: 5', /Expected "number \| object"/],
    ['co2_eq_emissions:\n  source: CodeCarbon', /Missing property "emissions"/],
    ['model-index:\n- name: m', /Missing property "results"/],
  ])('%s', async (yaml, message) => {
    expect((await complaints(yaml)).join('\n')).toMatch(message);
  });

  const cards = new URL('../../../../../shared/data/cards/dev.jsonl', import.meta.url);

  test.skipIf(!existsSync(cards))(
    'real cards in good order (skipped where they are not at hand)',
    async () => {
      const rows = readFileSync(cards, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; front_matter?: string; label: string });
      const good = rows.filter(({ front_matter: yaml, label }) => yaml && label === 'grams-ok' && load(yaml));
      expect(good.length).toBeGreaterThan(50);
      const found = await Promise.all(
        good.map(async ({ id, front_matter: yaml = '' }) => [id, await complaints(yaml)] as const),
      );
      // Its `24_700_000` is a number for Python, and a text for JavaScript and so for the Hub.
      expect(found.filter(([, messages]) => messages.length > 0).map(([id]) => id)).toEqual([
        'bigscience-bloom',
      ]);
    },
  );
});

describe('a hostile front matter', () => {
  const at = { line: 2, character: 3 };
  test.each([
    ['a mapping that holds itself', 'loop: &loop {again: *loop}\nx: '],
    ['a list that holds itself, in a key', 'x: &loop\n- ? *loop\n  : *loop'],
    ['brackets without end', `x:\n  ${'['.repeat(30_000)}`],
    ['lists in lists in one line', `x:\n  ${'- '.repeat(15_000)}`],
    ['keys in keys in one line', `x:\n  ${'? '.repeat(15_000)}`],
    ['mappings in mappings', `x:\n  ${'{a: '.repeat(10_000)}`],
    ['tags without end', `x:\n  ${'!!x '.repeat(10_000)}`],
    ['anchors without end', `x:\n  ${'&a '.repeat(10_000)}`],
  ])('%s: gets an answer, and nobody runs out of stack', async (_what, yaml) => {
    const service = createLanguageService();
    const document = cardDocument(`---\n${yaml}\n---\n`);
    await expect(service.complete(document, at)).resolves.toBeInstanceOf(Array);
    await expect(service.hover(document, at)).resolves.toBeUndefined();
  });

  test('aliases are plain words to the language server, at the same place', () => {
    const card = '---\na: *b\nc: [*d, {e: *f}]\ng: "a * b **c**"\n---\n';
    expect(maskedYaml(card, { start: 4, end: 43 }).trim()).toBe('a:  b\nc: [ d, {e:  f}]\ng: "a * b **c**"');
  });
});
