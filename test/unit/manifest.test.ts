import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/core/rules';

interface Setting {
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly scope?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly capabilities: Readonly<Record<string, { supported: string; description: string }>>;
  readonly contributes: {
    readonly commands: readonly { command: string; category: string; enablement?: string }[];
    readonly walkthroughs: readonly {
      steps: readonly { id: string; description: string; media: { image: Record<string, string> } }[];
    }[];
    readonly configuration: readonly { title: string; properties: Readonly<Record<string, Setting>> }[];
  };
}

const root = join(import.meta.dirname, '../..');
const manifestText = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

/** Every value of a key, at any depth of the manifest. */
function valuesOf(key: string, within: unknown = manifest): unknown[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]: [string, unknown]) =>
    name === key ? [value] : valuesOf(key, value),
  );
}

/** The context keys of a when-clause: what stands before an operator, or alone. */
function contextKeys(clause: string): string[] {
  return clause
    .split(/&&|\|\||[()]/)
    .map(
      (term) =>
        term
          .trim()
          .replace(/^!/, '')
          .split(/\s*(?:==|!=|=~|[<>]=?|\bnot in\b|\bin\b)\s*/)[0] ?? '',
    )
    .filter((key) => key !== '');
}

describe('texts', () => {
  const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key).sort();

  test('every text that the manifest asks for is there, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...new Set(used)]);
  });

  test.each(Object.entries(texts))('%s is a text', (_, text) => {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
  });
});

describe('rules', () => {
  const severities = ['error', 'warning', 'information', 'hint', 'off'];

  test('each rule has its setting, in the order of the table, and no setting lacks its rule', () => {
    const named = settings.map(([name]) => name).filter((name) => name.startsWith('modelCardCo2.rules.'));
    expect(named).toEqual(rules.map(({ id }) => `modelCardCo2.rules.${id}`));
  });

  test.each(rules.map(({ id, defaultSeverity }) => [id, defaultSeverity]))(
    '%s has the default %s in the settings too, and a page',
    (id, defaultSeverity) => {
      const setting = Object.fromEntries(settings)[`modelCardCo2.rules.${id}`];
      expect(setting?.default).toBe(defaultSeverity);
      expect(setting?.enum).toEqual(severities);
      expect(setting?.markdownDescription).toBe(`%rule.${id}%`);
      expect(existsSync(join(root, `media/rules/${id}.md`))).toBe(true);
    },
  );
});

describe('settings', () => {
  test.each(settings)('%s says what it does, where it applies and what holds without it', (name, setting) => {
    expect(name).toMatch(/^modelCardCo2\./);
    expect(setting).toHaveProperty('default');
    expect(setting.scope).toMatch(/^(?:application|window|resource)$/);
    expect(setting.markdownDescription).toMatch(/^%.+%$/);
  });

  test('groups have titles of their own', () => {
    const titles = manifest.contributes.configuration.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('commands', () => {
  test.each(manifest.contributes.commands)('$command has the category by which it is found', (command) => {
    expect(command.category).toBe('Model Card CO₂');
    expect(command.command).toMatch(/^modelCardCo2\.[a-z][A-Za-z0-9]*$/);
  });

  test('conditions ask only for contexts that VS Code sets', () => {
    const known = ['workspaceFolderCount', 'editorLangId', 'isWeb', 'remoteName'];
    const clauses = [...valuesOf('when'), ...valuesOf('enablement')].map(String);
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.flatMap(contextKeys).filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test('has few steps', () => {
    expect(steps.length).toBeLessThanOrEqual(5);
  });

  test.each(steps)('$id has a picture for each theme, and buttons that do something', (step) => {
    const { light = '', dark = '', hc, hcLight } = step.media.image;
    expect([hcLight, hc]).toEqual([light, dark]);
    for (const picture of [light, dark]) expect(existsSync(join(root, picture))).toBe(true);
    const text = texts[step.description.replaceAll('%', '')] ?? '';
    const buttons = [...text.matchAll(/\(command:([^)]*)\)/g)].map(([, command]) => command);
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    expect(buttons.filter((command) => !contributed.includes(command ?? ''))).toEqual([]);
  });
});

describe('what stores and Restricted Mode are told', () => {
  test('the icon is a square PNG of 256 pixels', () => {
    const icon = readFileSync(join(root, manifest.icon));
    expect(icon.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });

  test.each(['untrustedWorkspaces', 'virtualWorkspaces'])(
    '%s are supported in part, with the reason',
    (kind) => {
      const { supported, description = '' } = manifest.capabilities[kind] ?? {};
      expect(supported).toBe('limited');
      expect(texts[description.replaceAll('%', '')]).toMatch(/card/);
    },
  );
});
