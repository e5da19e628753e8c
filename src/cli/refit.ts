import { Command, InvalidArgumentError, Option } from 'commander';
import { readDeclaredEmissions } from '../core/refit/card-emissions';
import { parseColumnOverride, type ColumnOverride } from '../core/refit/column-map';
import { InvalidInputError } from '../core/glm/fit-error';
import { writeModelFile } from '../core/glm/model-file';
import { modelOfRefit } from '../core/refit/model-of-refit';
import { refitReport } from '../core/refit/report/report';
import { RefitError } from '../core/refit/refit-error';
import { DEFAULT_OPTIONS } from '../core/refit/refit-options';
import { refitJson } from '../core/refit/result-json';
import { refitText } from '../core/refit/result-text';
import { writeWhole } from '../node/export/write-whole';
import { refit } from '../node/export/refit-export';
import { UsageError } from './usage-error';

interface RefitSwitches {
  readonly out?: string;
  readonly report?: string;
  readonly format: 'text' | 'json';
  readonly map: readonly ColumnOverride[];
  readonly order: 'cook_first' | 'vif_first';
  readonly influenceRemoval: boolean;
  readonly collinearityRemoval: boolean;
  readonly minCategoryRows: number;
  readonly cookThreshold: number;
  readonly vifThreshold: number;
  readonly maxRounds: number;
  readonly delimiter?: string;
}

/** `refit EXPORT…`: fits the emissions model to an export of the Hub. */
export function refitCommand(): Command {
  return new Command('refit')
    .description(
      'Refit the emissions model from a dataset export (CSV, TSV, JSON, JSON lines, Parquet, a folder of these).',
    )
    .argument('<export...>', 'files or folders of the export')
    .option('--out <file>', 'write the model, for predict --model and the editor')
    .option('--report <file>', 'write a report with plots, one HTML file')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--map <column=name>', 'take a column of the export for one that refit reads, repeatable')
        .argParser(collectMap)
        .default([], 'none'),
    )
    .addOption(
      new Option('--order <order>', 'remove influential rows or collinear columns first')
        .choices(['cook_first', 'vif_first'])
        .default(DEFAULT_OPTIONS.order),
    )
    .option('--no-influence-removal', 'keep influential rows')
    .option('--no-collinearity-removal', 'keep collinear columns')
    .option(
      '--min-category-rows <n>',
      'rows below which a category gets no term',
      atLeast(1),
      DEFAULT_OPTIONS.minCategoryRows,
    )
    .option(
      '--cook-threshold <t>',
      "remove rows whose Cook's distance exceeds t/n",
      above(0),
      DEFAULT_OPTIONS.cookThreshold,
    )
    .option(
      '--vif-threshold <t>',
      'remove columns whose variance inflation factor exceeds t',
      above(1),
      DEFAULT_OPTIONS.vifThreshold,
    )
    .option('--max-rounds <n>', 'fits of the influence loop at most', atLeast(1), DEFAULT_OPTIONS.maxRounds)
    .option('--delimiter <character>', 'what separates the cells of a CSV file', oneCharacter)
    .action(runRefit);
}

async function runRefit(paths: string[], switches: RefitSwitches): Promise<void> {
  try {
    await refitAndWrite(paths, switches);
  } catch (error) {
    // A fit that says nothing of its own spread makes no model to write.
    const isExplained = error instanceof RefitError || error instanceof InvalidInputError;
    throw isExplained ? new UsageError(error.message) : error;
  }
}

async function refitAndWrite(paths: string[], switches: RefitSwitches): Promise<void> {
  const wantsReport = switches.report !== undefined;
  const options = {
    ...switches,
    overrides: switches.map,
    hash: switches.out !== undefined || wantsReport,
    quantilePlots: switches.format === 'json' || wantsReport,
    validation: wantsReport,
  };
  const { source, refit: result } = await refit(paths, options, { readCardEmissions: readDeclaredEmissions });
  const date = new Date();
  const files = new Map<string, string>();
  if (switches.out !== undefined) files.set(switches.out, writeModelFile(modelOfRefit(source, result, date)));
  if (switches.report !== undefined) files.set(switches.report, refitReport(source, result, date));
  await writeWhole(files);
  process.stdout.write(
    switches.format === 'json'
      ? `${JSON.stringify(refitJson(source, result))}\n`
      : refitText(source, result, date),
  );
}

function collectMap(text: string, before: readonly ColumnOverride[]): readonly ColumnOverride[] {
  try {
    return [...before, parseColumnOverride(text)];
  } catch (error) {
    throw error instanceof RefitError ? new InvalidArgumentError(error.message) : error;
  }
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`Give a whole number, ${least} or more.`);
    return value;
  };
}

function above(bound: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value > bound))
      throw new InvalidArgumentError(`Give a number above ${bound}.`);
    return value;
  };
}

function oneCharacter(text: string): string {
  if (text.length !== 1 || text.charCodeAt(0) > 127)
    throw new InvalidArgumentError('Give one ASCII character.');
  return text;
}
