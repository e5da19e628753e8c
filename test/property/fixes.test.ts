import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Card, readCard } from '../../src/core/card/card';
import { lineEndAt, lineStartAt } from '../../src/core/card/line-break';
import { applyEdits } from '../../src/core/card/text-range';
import { checkCard, type ReportedFinding } from '../../src/core/rules/check-card';
import { fixAllEdits } from '../../src/core/rules/fix-all';
import { ignoreFix } from '../../src/core/rules/ignore-comment';
import type { Fix } from '../../src/core/rules/rule';
import { devCards, whyNoDevCards } from '../corpus/dev-cards';

const severities = { rules: { 'emissions-absent': 'warning' } } as const;
const check = (text: string): readonly ReportedFinding[] =>
  checkCard(readCard(text), { severities }).findings;

/** Cards with much that can go wrong, in every layout that a fix must leave alone. */
const amounts = fc.oneof(
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 10_000_000 }).map(String),
  fc.constantFrom(
    '1.71',
    '0.80',
    '24_700_000',
    '1,234.5',
    '"0,52"',
    "'37.2'",
    '~12',
    '-3',
    '.inf',
    '0x1F',
    '1e3',
  ),
  fc.constantFrom(
    '0.319355 Kg',
    '"49.49 g"',
    "'0.5kg'",
    '17g',
    '1-2 kg',
    '4,475 kg',
    '5 ± 1 g',
    '2 lbs',
    '12 oz',
  ),
  fc.constantFrom(
    '',
    'null',
    'true',
    'soon',
    '[1, 2]',
    '{value: 5}',
    '!!str 5',
    '&a 1.71',
    '2024-01-01',
    '">5"',
  ),
  fc.constantFrom('>-\n    0.5 kg', '"28.53 in grams of CO2"', '1.2 kg (3 runs)'),
);
const comment = fc.constantFrom('', '', ' # in grams', '  # co2', ' # co2-ignore: emissions-zero');
const keys = fc.constantFrom('emissions', 'emissions', 'emissions', 'Emissions', 'emission', '"emissions"');
const others = fc.uniqueArray(
  fc.constantFrom(
    'source: CodeCarbon',
    'source: "CodeCarbon" # version 2',
    "training_type: 'Fine Tuning'",
    'training_type: pre-training',
    'trainingtype: finetuned',
    'location: Bergen, Norway',
    'hardware_used: 1 x A100',
    'energy_consumed: 3.51',
    'notes: >-\n    two\n    runs',
    'empty:',
    '# nothing more',
  ),
  { maxLength: 5, selector: (line) => line.split(':')[0]?.replace('training_type', 'trainingtype') },
);
const layout = fc.constantFrom(
  ...['mapping', 'mapping', 'wide', 'flow', 'list', 'scalar', 'left', 'misspelt', 'absent'],
);

function entry(form: string, amount: string, key: string, behind: string, fields: readonly string[]): string {
  const lines = [`${key}: ${amount}${behind}`, ...fields];
  const plain = lines.filter((line) => !/[#\n]|:$|^'/.test(line));
  switch (form) {
    case 'wide':
      return `co2_eq_emissions:  # see below\n${lines.map((line) => `      ${line}`.replaceAll('\n    ', '\n          ')).join('\n')}`;
    case 'flow':
      return `co2_eq_emissions: {${plain.join(', ')}}${behind}`;
    case 'list':
      return `co2_eq_emissions:\n${lines.map((line) => (line.startsWith('#') ? line : `- ${line}`)).join('\n')}`;
    case 'scalar':
      return `co2_eq_emissions: ${amount}${behind}`;
    case 'left':
      return `co2_eq_emissions:\n${lines.join('\n')}`;
    case 'absent':
      return `widget: []${behind}`;
    case 'misspelt':
      return `CO2_eq_emission:\n${lines.map((line) => `  ${line}`).join('\n')}`;
    default:
      return `co2_eq_emissions:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  }
}

const prose = fc.constantFrom(
  '',
  '- **Emissions:** 1.71 KgCO2 (Singapore)\n- **Total Energy Consumption:** 3.51 kWh',
  'Training emitted 52 kg CO2.',
  '- **Hardware Type:** 8 x A100\n- **Hours used:** 40',
);
const before = fc.constantFrom('license: mit\n', '# a card\nlanguage: [en, "no"]\n\n', 'x: *nothing\n', '');
const after = fc.constantFrom(
  '',
  '\ntags:\n- moths # and more\n- "ants"',
  '\n\n# end\nmetrics: [accuracy]\n',
  '\n---a: 1',
);

const cards = fc
  .record({ form: layout, amount: amounts, key: keys, behind: comment, fields: others, before, after, prose })
  .chain((parts) =>
    fc.tuple(fc.constant(parts), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('', '\uFEFF')),
  )
  .map(([parts, lineBreak, mark]) => {
    const block = entry(parts.form, parts.amount, parts.key, parts.behind, parts.fields);
    const text = `${mark}---\n${parts.before}${block}${parts.after}\n---\n\n# Moths\n\n${parts.prose}\n`;
    return text.replaceAll('\n', lineBreak);
  });

/** What the metadata says apart from the emissions. */
function rest(card: Card, finding: ReportedFinding): unknown {
  const { values } = card.metadata ?? { values: {} };
  const aboutEmissions = /co2|carbon|emission/i;
  const moved = finding.rule === 'emissions-key' && finding.fixes?.[0]?.title.startsWith('Indent');
  const fields = /^(?:emissions|source|training_type|geographical_location|hardware_used|energy_consumed)$/;
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => !aboutEmissions.test(key) && !(moved && fields.test(key))),
  );
}

/** The fields of the entry that no finding is about. */
function otherFields(card: Card, finding: ReportedFinding): unknown {
  if (finding.rule === 'emissions-key' || finding.rule === 'emissions-shape') return undefined;
  const touched = finding.rule === 'training-type' ? 'training_type' : 'emissions';
  return card.emissions?.fields
    .filter(({ key, value }) => key !== touched && value !== null)
    .map(({ key, value }) => [key, value]);
}

function expectClean(
  card: Card,
  findings: readonly ReportedFinding[],
  finding: ReportedFinding,
  fix: Fix,
): void {
  const { text } = card;
  const fixed = applyEdits(text, fix.edits);
  const mended = readCard(fixed);
  const because = `${finding.rule} “${fix.title}” made ${JSON.stringify(fixed)} of ${JSON.stringify(text)}`;
  expect(mended.metadata?.problem, because).toEqual(card.metadata?.problem);
  expect(rest(mended, finding), because).toEqual(rest(card, finding));
  if (card.emissions && mended.emissions) {
    const isSameShape = card.emissions.shape === mended.emissions.shape;
    if (isSameShape) expect(otherFields(mended, finding), because).toEqual(otherFields(card, finding));
  }
  const same = ({ message, rule }: ReportedFinding): boolean =>
    rule === finding.rule && message === finding.message;
  expect(check(fixed).filter(same), because).toHaveLength(findings.filter(same).length - 1);
  const lineBreaks = new Set(fixed.match(/\r\n|\r|\n/g));
  expect([...lineBreaks], because).toEqual([...new Set(text.match(/\r\n|\r|\n/g))]);
  for (const [written] of text.matchAll(/# [\w -]+/g)) expect(fixed, because).toContain(written);
  for (const { range } of fix.edits)
    expect(isNear(card, finding, range.start, range.end), because).toBe(true);
}

/** Whether an edit stays in the lines of what the finding is about. */
function isNear(card: Card, finding: ReportedFinding, start: number, end: number): boolean {
  const { text } = card;
  if (finding.rule === 'emissions-absent') return start === end && start === card.frontMatter?.yaml.end;
  if (finding.rule === 'metadata-schema') return true;
  const around = card.emissions?.range ?? finding.range;
  const isMoved = finding.rule === 'emissions-key' && finding.fixes?.[0]?.title.startsWith('Indent') === true;
  const last = isMoved
    ? (card.frontMatter?.yaml.end ?? 0)
    : lineEndAt(text, Math.max(around.end, finding.range.end));
  return start >= lineStartAt(text, Math.min(around.start, finding.range.start)) && end <= last;
}

function expectConverges(text: string): void {
  let current = text;
  for (let round = 0; ; round += 1) {
    const edits = fixAllEdits(check(current), true);
    if (edits.length === 0) break;
    expect(round, `fix-all goes round in circles: ${JSON.stringify(current)}`).toBeLessThan(8);
    current = applyEdits(current, edits);
  }
  const fixable = check(current).flatMap(({ fixes = [] }) => fixes.slice(0, 1));
  expect(fixable.filter(({ edits }) => edits.length > 0)).toEqual([]);
}

/** @returns the rules whose fixes were tried. Those of `front-matter` change what is metadata at all: they have tests of their own. */
function expectAllClean(text: string): string[] {
  const findings = check(text);
  const card = readCard(text);
  return findings
    .filter(({ rule }) => rule !== 'front-matter')
    .flatMap((finding) =>
      (finding.fixes ?? []).map((fix) => {
        expectClean(card, findings, finding, fix);
        return finding.rule;
      }),
    );
}

describe('a fix changes what its finding is about, and nothing else', () => {
  test('on generated cards', () => {
    const fixed = new Map<string, number>();
    const isClean = fc.property(cards, (text) => {
      for (const rule of expectAllClean(text)) fixed.set(rule, (fixed.get(rule) ?? 0) + 1);
    });
    fc.assert(isClean, { numRuns: 1000 });
    expect([...fixed.keys()]).toEqual(
      expect.arrayContaining([
        'emissions-absent',
        'emissions-context',
        'emissions-key',
        'emissions-kilograms',
        'emissions-number',
        'emissions-shape',
        'emissions-text',
        'emissions-unit',
        'training-type',
      ]),
    );
  });

  test.skipIf(whyNoDevCards !== undefined)(`on real cards ${whyNoDevCards ?? ''}`, () => {
    for (const { text } of devCards()) {
      for (const layout of [text, text.replaceAll('\n', '\r\n')]) {
        expectAllClean(layout);
      }
    }
  });
});

describe('fix-all comes to an end, with nothing left that it could fix', () => {
  test('on generated cards', () => fc.assert(fc.property(cards, expectConverges), { numRuns: 300 }));

  test.skipIf(whyNoDevCards !== undefined)(`on real cards ${whyNoDevCards ?? ''}`, () => {
    for (const { text } of devCards()) expectConverges(text);
  });
});

test('an ignore comment silences its finding and no other, wherever it goes', () => {
  const silences = fc.property(cards, (text) => {
    const card = readCard(text);
    const findings = check(text);
    for (const finding of findings) {
      const fix = ignoreFix(card, finding.rule, finding.range);
      if (fix === undefined) continue;
      const silenced = applyEdits(text, fix.edits);
      const because = `${finding.rule}: ${JSON.stringify(silenced)}`;
      expect(readCard(silenced).metadata?.values, because).toEqual(card.metadata?.values);
      const key = ({ message, rule }: ReportedFinding): string => `${rule}: ${message}`;
      const line = card.lines.positionAt(finding.range.start).line;
      const stays = findings
        .filter(
          ({ range, rule }) => rule !== finding.rule || card.lines.positionAt(range.start).line !== line,
        )
        .map(key);
      expect(check(silenced).map(key), because).toEqual(stays);
    }
  });
  fc.assert(silences, { numRuns: 300 });
});
