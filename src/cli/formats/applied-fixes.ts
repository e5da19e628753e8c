import type { CheckedFile } from './format';
import { printable, printablePath } from './printable';

/** What was mended in a card, a line for each fix. */
export function appliedFixes({ file, fixed }: CheckedFile): string {
  return fixed
    .map(({ rule, title, line }) => `${printablePath(file)}:${line} fixed ${rule}: ${printable(title)}.\n`)
    .join('');
}
