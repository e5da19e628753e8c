import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type Card, readCard } from '../core/card/card';
import { applyEdits } from '../core/card/text-range';
import { checkCard, type CheckOptions, type CheckResult } from '../core/rules/check-card';
import { fixAllEdits } from '../core/rules/fix-all';
import { rules } from '../core/rules';
import { SEVERITIES, type SeveritySetting } from '../core/rules/rule';
import type { CheckedCard } from '../core/workspace/card-report';
import { findCards } from '../node/cards/find-cards';
import { inOrder } from '../node/cards/in-order';
import { readCardFile } from '../node/cards/read-card-file';
import { readStandardInput } from '../node/cards/standard-input';
import { formats } from './formats';
import { lookAround } from './look-around';
import { UsageError } from './usage-error';

interface Options {
  readonly format: keyof typeof formats;
  readonly fix: boolean;
  readonly rule: Readonly<Record<string, SeveritySetting>>;
}

/** Cards whose files are read at the same time. */
const AT_ONCE = 8;

export function checkCommand(): Command {
  return new Command('check')
    .description('Check model cards. Exits with 1 where a finding is a warning or worse.')
    .argument('<path...>', 'cards, folders to search for README.md, or - for standard input')
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(Object.keys(formats))
        .default('text'),
    )
    .option('--fix', 'apply the fixes that cannot change what the author meant', false)
    .option('--rule <id=severity>', 'set the severity of a rule, repeatable', collectRule, {})
    .action(async (paths: string[], options: Options) => {
      const report = formats[options.format]();
      let exitCode = 0;
      for await (const checked of inOrder(findCards(paths), AT_ONCE, (file) => checkFile(file, options))) {
        await print(report.card(checked));
        exitCode = Math.max(exitCode, exitCodeOf(checked));
      }
      await print(report.end());
      process.exitCode = exitCode;
    });
}

function collectRule(
  value: string,
  collected: Record<string, SeveritySetting>,
): Record<string, SeveritySetting> {
  const [id = '', severity = ''] = value.split('=');
  if (!rules.some((rule) => rule.id === id)) {
    throw new UsageError(
      `There is no rule “${id}”. The rules are ${rules.map((rule) => rule.id).join(', ')}.`,
    );
  }
  const known = [...SEVERITIES, 'off' as const].find((name) => name === severity);
  if (known === undefined) {
    throw new UsageError(
      `“${severity}” is no severity: use ${SEVERITIES.join(', ')} or off, as in --rule ${id}=off.`,
    );
  }
  return { ...collected, [id]: known };
}

async function checkFile(file: string, options: Options): Promise<CheckedCard> {
  const card = file === '-' ? await readStandardInput() : await readCardFile(file);
  const known = await lookAround(card, file);
  const checkOptions = { severities: { rules: options.rule }, facts: known.facts, path: file };
  const checked = { card, result: checkCard(card, checkOptions) };
  const { card: current, result } =
    options.fix && file !== '-' ? await fixCard(checked, file, checkOptions) : checked;
  const { prediction } = known;
  return {
    file,
    card: current,
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
}

/** A fix can uncover another (a list becomes a mapping, whose value has a unit), so it goes on while something changes. */
async function fixCard(checked: Checked, file: string, options: CheckOptions): Promise<Checked> {
  let current = checked;
  for (let round = 0; round < 5; round += 1) {
    const edits = fixAllEdits(current.result.findings, false);
    if (edits.length === 0) break;
    const card = readCard(applyEdits(current.card.text, edits));
    current = { card, result: checkCard(card, options) };
  }
  if (current.card.text !== checked.card.text) await writeFile(file, current.card.text);
  return current;
}

function exitCodeOf({ findings, refusal }: CheckedCard): 0 | 1 | 2 {
  if (refusal !== undefined) return 2;
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

/** Waits where the reader is slower than we are: what it has not read would pile up in memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
