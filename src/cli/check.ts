import { once } from 'node:events';
import { Command, Option } from 'commander';
import { findCards } from '../node/cards/find-cards';
import { inOrder } from '../node/cards/in-order';
import { checkFile } from './check-file';
import { type CheckSettings, readCheckSettings } from './check-settings';
import { repeatable } from './repeatable';
import { isColoured } from './colour';
import { failureText } from './failure';
import { formats } from './formats';
import { appliedFixes } from './formats/applied-fixes';
import type { CheckedFile } from './formats/format';

interface Options extends CheckSettings {
  readonly format: keyof typeof formats;
  readonly fix: boolean;
  readonly color?: boolean;
}

/** Cards whose files are read at the same time. */
const AT_ONCE = 8;

export function checkCommand(): Command {
  return new Command('check')
    .description('Check model cards. Exits with 1 where a finding is a warning or worse.')
    .argument(
      '<path...>',
      'cards, folders to search for README.md, globs in quotes, or - for standard input; !glob leaves out',
    )
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(Object.keys(formats))
        .default('text'),
    )
    .option('--fix', 'apply the fixes that cannot change what the author meant', false)
    .addOption(repeatable('--rule <id=severity>', 'set the severity of a rule'))
    .addOption(repeatable('--exclude <pattern>', 'leave out what matches, as in .gitignore'))
    .option('--no-ignore', 'search also what .gitignore names')
    .addOption(
      new Option('--config <file>', 'the configuration to read').default(
        true,
        'the nearest .model-card-co2.json',
      ),
    )
    .option('--no-config', 'read no configuration')
    .option('--color', 'colour the text')
    .option('--no-color', 'do not colour the text')
    .action((paths: string[], options: Options) => checkPaths(paths, options));
}

async function checkPaths(paths: readonly string[], options: Options): Promise<void> {
  const { format, fix, color } = options;
  const { project, search, wanted } = readCheckSettings(paths, options);
  const { env, stdout } = process;
  const report = formats[format]({ coloured: isColoured(color, env, stdout.isTTY) });
  let exitCode = 0;
  // What cannot be read is told at once, and the other cards are checked all the same.
  const onProblem = (error: unknown): undefined => {
    process.stderr.write(failureText(error));
    exitCode = 2;
  };
  const files = findCards(wanted, search, onProblem);
  const check = (file: string) => checkFile(file, project, fix).catch(onProblem);
  for await (const checked of inOrder(files, AT_ONCE, check)) {
    if (checked === undefined) continue;
    await print(report.card(checked));
    if (format !== 'text') process.stderr.write(appliedFixes(checked));
    exitCode = Math.max(exitCode, exitCodeOf(checked));
  }
  await print(report.end());
  process.exitCode = exitCode;
}

function exitCodeOf({ findings, refusal }: CheckedFile): 0 | 1 | 2 {
  if (refusal !== undefined) return 2;
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

/** Waits where the reader is slower than we are: what it has not read would pile up in memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
