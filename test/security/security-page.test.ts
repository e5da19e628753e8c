// SECURITY.md promises tests and names what is bundled; both must be so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(PROJECT, 'SECURITY.md'), 'utf8');
const threats = page.slice(page.indexOf('## Threats'), page.indexOf('## Hostile cases'));
const rows = threats.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:threat|-)/.test(line));

describe('each threat has a proof that is there', () => {
  test.each(rows.map((row) => row.split('|').map((cell) => cell.trim())))('%s%s', (...cells) => {
    const [, , defence = '', proof = ''] = cells;
    const files = [...proof.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file);
    expect(defence).not.toBe('');
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });
});

test('what is bundled is what the page names', () => {
  const licences = join(PROJECT, 'dist', 'third-party-licenses.txt');
  if (!existsSync(licences)) throw new Error('dist is not there: run `npm run build` first.');
  const bundled = [...readFileSync(licences, 'utf8').matchAll(/^(\S+) \d+\.\d+\.\d+\S* \([^)]+\)$/gm)].map(
    ([, name = '']) => name.replace(/^@stdlib\/.*/, '@stdlib'),
  );
  const [, list = ''] = /<!-- bundled -->([^]*)<!-- \/bundled -->/.exec(page) ?? [];
  const named = [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(named).toEqual([...new Set(bundled)].sort());
});
