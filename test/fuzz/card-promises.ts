import { isDeepStrictEqual } from 'node:util';
import { type Card, readCard } from '../../src/core/card/card';
import { declareEmissions } from '../../src/core/card/declare-emissions';
import { applyEdits, type TextEdit, type TextRange } from '../../src/core/card/text-range';
import { keyName } from '../../src/core/card/yaml-node';
import { checkCard, type CheckOptions, type ReportedFinding } from '../../src/core/rules/check-card';
import { fixAllEdits } from '../../src/core/rules/fix-all';
import { ignoreFix } from '../../src/core/rules/ignore-comment';
import type { Fix } from '../../src/core/rules/rule';
import { promise } from './fuzz-target';
import { expectReadable } from './readable';

const OPTIONS: CheckOptions = { severities: { rules: { 'emissions-absent': 'warning' } } };
const DECLARATION = { emissions: { number: '12.5' }, source: 'CodeCarbon: 2.1', on_cloud: false };

const LONGEST_TITLE = 250;
/** The command line stops after five rounds of fixes. */
const ROUNDS = 5;

const check = (card: Card): readonly ReportedFinding[] => checkCard(card, OPTIONS).findings;

/** Everything that must hold for a card, whatever stands in it. @throws {BrokenPromise} */
export function keepsPromises(text: string): void {
  const card = readCard(text);
  const findings = check(card);
  for (const statement of card.statements) expectInside(statement.range, text, 'statement');
  for (const finding of findings) {
    expectWords(finding, text);
    for (const fix of finding.fixes ?? []) expectFix(card, findings, finding, fix);
    expectSilenced(card, finding);
  }
  expectConverges(text);
  expectDeclared(card);
}

function expectInside({ start, end }: TextRange, text: string, what: string): void {
  const isInside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
  promise(isInside && end <= text.length, `range outside the text: ${what} ${start}-${end}`);
}

function expectWords(
  { message, range, related = [], fixes = [], rule }: ReportedFinding,
  text: string,
): void {
  expectInside(range, text, rule);
  expectReadable(message, rule);
  for (const other of related) {
    expectInside(other.range, text, `${rule}, related`);
    expectReadable(other.message, `${rule}, related`);
  }
  for (const { title } of fixes) expectReadable(title, `title of ${rule}`, LONGEST_TITLE);
}

function expectFix(
  card: Card,
  findings: readonly ReportedFinding[],
  finding: ReportedFinding,
  fix: Fix,
): void {
  const { rule } = finding;
  expectEdits(card, rule, fix.edits);
  const mended = readCard(applyEdits(card.text, fix.edits));
  const same = (other: ReportedFinding): boolean => other.rule === rule && other.message === finding.message;
  const before = findings.filter(same).length;
  promise(check(mended).filter(same).length < before, `finding stays after its fix: ${rule}`);
  if (rule === 'front-matter') return;
  promise(
    isDeepStrictEqual(mended.metadata?.problem?.message, card.metadata?.problem?.message),
    `fix breaks the YAML: ${rule}`,
  );
  const touched = touchedKeys(card, fix.edits);
  promise(
    isDeepStrictEqual(others(mended, touched, rule), others(card, touched, rule)),
    `fix changes another value: ${rule}`,
  );
}

/** In order, apart, within the metadata (fences may move), between whole characters. */
function expectEdits({ frontMatter, text }: Card, rule: string, edits: readonly TextEdit[]): void {
  let position = 0;
  for (const { range } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    expectInside(range, text, `edit of ${rule}`);
    promise(range.start >= position, `edits overlap: ${rule}`);
    position = range.end;
    for (const at of [range.start, range.end])
      promise(!splitsPair(text, at), `edit splits a character: ${rule}`);
    if (rule === 'front-matter') continue;
    const { start, end } = frontMatter?.yaml ?? { start: 0, end: 0 };
    promise(range.start >= start && range.end <= end, `edit outside the metadata: ${rule}`);
  }
}

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

/** The top-level keys in which something is edited. */
function touchedKeys({ metadata }: Card, edits: readonly TextEdit[]): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const pair of metadata?.map?.pairs ?? []) {
    const [key, value] = [pair.key.range, pair.value.range];
    if (key === undefined) continue;
    const [start, end] = [key.start, Math.max(key.end, value?.end ?? 0)];
    if (edits.some(({ range }) => range.start <= end && range.end >= start)) touched.add(keyName(pair));
  }
  return touched;
}

/** The values that a fix has no business with. */
function others({ metadata }: Card, touched: ReadonlySet<string>, rule: string): unknown {
  const isAbout = (key: string): boolean => key === 'co2_eq_emissions' && rule !== 'metadata-schema';
  return Object.entries(metadata?.values ?? {}).filter(([key]) => !touched.has(key) && !isAbout(key));
}

function expectSilenced(card: Card, { rule, range }: ReportedFinding): void {
  const fix = ignoreFix(card, rule, range);
  if (fix === undefined) return;
  expectEdits(card, `${rule}, ignored`, fix.edits);
}

function expectConverges(text: string): void {
  for (const includeJudgements of [false, true]) {
    let current = text;
    for (let round = 0; ; round += 1) {
      const edits = fixAllEdits(check(readCard(current)), includeJudgements);
      if (edits.length === 0) break;
      promise(round < ROUNDS, `fix-all does not end${includeJudgements ? ' with judgements' : ''}`);
      current = applyEdits(current, edits);
    }
  }
}

function expectDeclared(card: Card): void {
  const declared = declareEmissions(card, DECLARATION);
  if ('refusal' in declared) {
    expectReadable(declared.refusal, 'refusal to declare');
    return;
  }
  const after = readCard(applyEdits(card.text, declared.edits));
  const values = (of: Card): unknown => others(of, new Set(), 'declaration');
  promise(isDeepStrictEqual(values(after), values(card)), 'declaration changes another value');
}
