import { format } from 'node:util';
import { markVariable } from '../host/test-output';

/** Marks what is printed from now on, so that the host can tell it from what VS Code prints the same way. */
export function markOutput(): void {
  const mark = process.env[markVariable];
  if (mark === undefined) return;
  const print = console.log;
  // Not `error`: VS Code itself complains there. And not by assignment: the extension host made these accessors whose
  // setter does not replace what is forwarded.
  for (const level of ['log', 'info'] as const) {
    Object.defineProperty(console, level, { value: (...args: unknown[]) => print(mark + format(...args)) });
  }
}
