import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { checkCommand } from './check';
import { failureText } from './failure';
import { endWithOutput } from './output';
import { predictCommand } from './predict';
import { refitCommand } from './refit';

/** Exit codes: 0 clean, 1 findings of severity warning or worse, 2 usage or I/O. */
const FAILURE = 2;

endWithOutput(FAILURE);
process.on('uncaughtException', (error) => {
  process.stderr.write(failureText(error));
  process.exit(FAILURE);
});

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
  process.stderr.write(failureText(error));
  process.exitCode = FAILURE;
});
