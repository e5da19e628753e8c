import { expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { applyEdits } from '../../../../src/core/card/text-range';
import { checkCard } from '../../../../src/core/rules/check-card';
import { fixAllEdits } from '../../../../src/core/rules/fix-all';

const fixAll = (text: string, includeJudgements = false): string =>
  applyEdits(text, fixAllEdits(checkCard(readCard(text)).findings, includeJudgements));

const card = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n');

test.each<[what: string, text: string, fixed: string]>([
  [
    'applies every safe fix at once',
    card('co2_eq_emissions:', '  emissions: 0.5 kg', '  trainingtype: pretraining'),
    card('co2_eq_emissions:', '  emissions: 500', '  training_type: pretraining'),
  ],
  [
    'leaves alone what could mean two things',
    card('co2_eq_emissions: "4,475"'),
    card('co2_eq_emissions: "4,475"'),
  ],
  [
    'never silences: it would be the end of all findings',
    card('co2_eq_emissions:', '  emissions: soon'),
    card('co2_eq_emissions:', '  emissions: soon'),
  ],
  ['adds nothing that nobody asked for', card('co2_eq_emissions: 12'), card('co2_eq_emissions: 12')],
])('%s', (_, text, fixed) => expect(fixAll(text)).toBe(fixed));

test('a judgement is applied only where a setting says so', () => {
  const text = `${card('co2_eq_emissions: {emissions: 0.5, source: x, training_type: fine-tuning, geographical_location: y, hardware_used: z}')}\nIt emitted 0.5 kg CO2, from 1.2 kWh.\n`;
  expect(fixAll(text)).toBe(text);
  expect(fixAll(text, true)).toBe(text.replace('emissions: 0.5,', 'emissions: 500,'));
});

test('of overlapping fixes the first is applied, the other in the next round', () => {
  const edit = (start: number, end: number, newText: string) => ({ range: { start, end }, newText });
  const finding = (...edits: ReturnType<typeof edit>[]) => ({
    rule: 'emissions-unit' as const,
    severity: 'error' as const,
    range: { start: 0, end: 1 },
    message: '',
    fixes: [{ title: '', edits, safe: true }],
  });
  const first = edit(5, 8, 'a');
  const behind = edit(8, 9, 'c');
  const findings = [finding(first), finding(edit(7, 9, 'b')), finding(behind), finding(edit(8, 8, 'd'))];
  expect(fixAllEdits(findings, false)).toEqual([first, behind]);
});
