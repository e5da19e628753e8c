import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { ModelFileError } from '../core/glm/model-file';
import { NoMatchError } from '../node/cards/find-cards';
import { FolderError } from '../node/files/read-small-file';
import { checkCommand } from './check';
import { printable } from './formats/printable';
import { predictCommand } from './predict';
import { refitCommand } from './refit';
import { UsageError } from './usage-error';

/** Exit codes: 0 clean, 1 findings of severity warning or worse, 2 usage or I/O. */
const FAILURE = 2;

/** Errors whose message says all that is needed; others are our mistakes, and their stack helps to mend them. */
const FOR_THE_USER = [UsageError, ModelFileError, NoMatchError, FolderError];

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
  const message = isForTheUser(error) ? error.message : String((error as Error).stack);
  const lines = message.split('\n').map((line) => printable(line));
  process.stderr.write(`model-card-co2: ${lines.join('\n')}\n`);
  process.exitCode = FAILURE;
});

function isForTheUser(error: unknown): error is Error {
  if (FOR_THE_USER.some((kind) => error instanceof kind)) return true;
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
