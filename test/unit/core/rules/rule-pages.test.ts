import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { rules } from '../../../../src/core/rules';
import { checkCard } from '../../../../src/core/rules/check-card';
import type { Rule } from '../../../../src/core/rules/rule';

const FOLDER = fileURLToPath(new URL('../../../../media/rules/', import.meta.url));
const HEADINGS = ['## What it finds', '## Why', '## Example', '## How to silence it'];

function index(table: readonly Rule[]): string {
  const rows = table.map(
    ({ defaultSeverity, id, summary }) => `| [${id}](${id}.md) | ${defaultSeverity} | ${summary} |`,
  );
  return [
    '# Rules of Model Card CO₂',
    '',
    'Each rule has a severity of its own in the settings, `modelCardCo2.rules.<rule>`.',
    '',
    '| rule | default | finds |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** `npx vitest run --config test/vitest.config.mts rule-pages -u` writes the index anew. */
test('the index is that of the table', async () => {
  await expect(index(rules)).toMatchFileSnapshot(`${FOLDER}index.md`);
});

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(FOLDER).filter((file) => file !== 'index.md');
  expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

test('the README has the same table', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../../README.md', import.meta.url)), 'utf8');
  const rows = [
    ...readme.matchAll(/^\| \[`([\w-]+)`\]\(media\/rules\/[\w-]+\.md\)\s*\| (\w+)\s*\| (.+?)\s*\|$/gm),
  ];
  expect(rows.map(([, id, severity]) => [id, severity])).toEqual(
    rules.map(({ id, defaultSeverity }) => [id, defaultSeverity]),
  );
  expect(rows.map(([, , , finds]) => finds?.toLowerCase())).toEqual(
    rules.map(({ summary }) => summary.toLowerCase()),
  );
});

describe.each(rules.map((rule: Rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = readFileSync(`${FOLDER}${id}.md`, 'utf8');
  const examples = [...page.matchAll(/^````markdown\n([\s\S]*?)^````$/gm)].map(([, card = '']) => card);
  const [before = '', after = ''] = examples;
  const severities = {
    rules: { [id]: rule.defaultSeverity === 'off' ? 'warning' : rule.defaultSeverity },
  } as const;
  const findings = (text: string) =>
    checkCard(readCard(text), { severities }).findings.filter((finding) => finding.rule === id);

  test('has the headings of all pages, and says its severity', () => {
    expect(page.split('\n').filter((line) => line.startsWith('#') && HEADINGS.includes(line))).toEqual(
      HEADINGS,
    );
    expect(page).toContain(`# ${id}\n\nDefault severity: ${rule.defaultSeverity} `);
    expect(page, 'the reason has a source').toMatch(/## Why\n[\s\S]*https:\/\/[\s\S]*## Example/);
    expect(page).toContain(`modelCardCo2.rules.${id}`);
  });

  test('shows one card that has the finding, and what becomes of it', () => {
    expect(examples).toHaveLength(2);
    expect(findings(before)).toHaveLength(1);
    expect(findings(after)).toEqual([]);
  });

  test('links to pages that are there', () => {
    const pages = readdirSync(FOLDER);
    for (const [, target = ''] of page.matchAll(/\]\(([\w-]+\.md)\)/g)) expect(pages).toContain(target);
  });
});
