import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check';
import { predictCommand } from './predict';
import { refitCommand } from './refit';
import { UsageError } from './usage-error';

/** Exit codes: 0 clean, 1 findings of severity warning or worse, 2 usage or I/O. */
const FAILURE = 2;

const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};

const program = new Command('model-card-co2')
  .description('Checks the CO₂ emissions in Hugging Face model cards, and predicts them.')
  .version(version)
  .addCommand(checkCommand())
  .addCommand(predictCommand())
  .addCommand(refitCommand());

for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError();

// The process ends by itself when standard output has drained: `process.exit` would cut a long report short.
program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : FAILURE;
    return;
  }
  const message =
    error instanceof UsageError || isFileError(error) ? error.message : String((error as Error).stack);
  process.stderr.write(`model-card-co2: ${message}\n`);
  process.exitCode = FAILURE;
});

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
