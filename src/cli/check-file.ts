import { writeFileSync } from 'node:fs';
import { type Card, readCard } from '../core/card/card';
import { applyEdits } from '../core/card/text-range';
import { checkCard, type CheckOptions, type CheckResult } from '../core/rules/check-card';
import { fixAll, fixAllEdits } from '../core/rules/fix-all';
import { readCardFile } from '../node/cards/read-card-file';
import { readStandardInput } from '../node/cards/standard-input';
import type { AppliedFix, CheckedFile } from './formats/format';
import { lookAround } from './look-around';
import { pathIn, type Project } from './project';

/** Checks a card, or standard input, under the project's settings; with `fix`, mends its file first. */
export async function checkFile(file: string, project: Project, fix: boolean): Promise<CheckedFile> {
  const isFile = file !== '-';
  const card = isFile ? readCardFile(file) : await readStandardInput();
  const path = isFile ? pathIn(project, file) : 'README.md';
  const { severities, predictorsOf } = project.config;
  const { facts, prediction } = await lookAround(card, file, predictorsOf(path));
  const options = { severities, facts, path };
  const checked = { card, result: checkCard(card, options), fixed: [] };
  const { result, fixed, card: current } = fix && isFile ? fixCard(checked, file, options) : checked;
  return {
    file,
    card: current,
    fixed,
    ...result,
    refusal: card.refusal,
    prediction: prediction && {
      grams: prediction.grams,
      low: prediction.interval.low,
      high: prediction.interval.high,
    },
  };
}

interface Checked {
  readonly card: Card;
  readonly result: CheckResult;
  readonly fixed: readonly AppliedFix[];
}

/** A fix can uncover another (a list becomes a mapping, whose value has a unit), so it goes on while something changes. */
function fixCard(checked: Checked, file: string, options: CheckOptions): Checked {
  let current = checked;
  for (let round = 0; round < 5; round += 1) {
    const { findings } = current.result;
    const fixes = fixAll(findings, false);
    if (fixes.length === 0) break;
    const { lines, text } = current.card;
    const applied = fixes.map(({ finding: { rule, range }, fix: { title } }) => {
      return { rule, title, line: lines.positionAt(range.start).line + 1 };
    });
    const card = readCard(applyEdits(text, fixAllEdits(findings, false)));
    current = { card, result: checkCard(card, options), fixed: [...current.fixed, ...applied] };
  }
  if (current.card.text !== checked.card.text) writeFileSync(file, current.card.text);
  return current;
}
