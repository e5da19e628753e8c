import { promise } from './fuzz-target';

/** Longer than any sentence that is read. */
const LONGEST = 700;

/** What terminals and editors would take for commands or for the end of a line. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** That words for the user are short, and nothing but words. @throws {BrokenPromise} */
export function expectReadable(words: string, where: string, longest = LONGEST): void {
  promise(words.length <= longest, `too long to be read: ${where}`);
  promise(!CONTROL.test(words), `control characters: ${where}`);
}

type ErrorClass = abstract new (...args: never[]) => Error;

/** Does the work, which may refuse its input in one readable sentence and may fail in no other way. */
export async function orRefusal(work: () => unknown, refusal: ErrorClass): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
    expectReadable(error.message, refusal.name);
  }
}
