import { ModelFileError } from '../core/glm/model-file';
import { NoMatchError } from '../node/cards/find-cards';
import { FolderError } from '../node/files/read-small-file';
import { printable } from './formats/printable';
import { UsageError } from './usage-error';

/** Errors whose message says all that is needed. */
const FOR_THE_USER = [UsageError, ModelFileError, NoMatchError, FolderError];

/** What is printed of an error. A stack is of no use to whoever runs this: of our own mistakes, their kind and message are told. */
export function failureText(error: unknown): string {
  const lines = messageOf(error).split('\n');
  return `model-card-co2: ${lines.map((line) => printable(line)).join('\n')}\n`;
}

function messageOf(error: unknown): string {
  if (isForTheUser(error)) return error.message;
  const [first = ''] = String(error).split('\n');
  return `This is a mistake in model-card-co2 itself, please report it: ${first}`;
}

function isForTheUser(error: unknown): error is Error {
  if (FOR_THE_USER.some((kind) => error instanceof kind)) return true;
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
