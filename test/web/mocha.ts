// Mocha as the tests import it elsewhere, from its build for browsers, which only sets globals.
import 'mocha/mocha.js';
import type * as Mocha from 'mocha';

// It looks for a search in the page's address, and the worker of extensions hides its own.
Object.defineProperty(globalThis, 'location', { value: { search: '' } });
mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: 'spec' });

export const { suite, test, teardown } = globalThis as unknown as typeof Mocha;
/** Runs what was declared. */
export const run = (onEnd: (failures: number) => void) => mocha.run(onEnd);
