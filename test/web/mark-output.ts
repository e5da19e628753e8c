import { testOutputMark } from '../host/test-output';

/** Marks what is printed from now on, so that the host can tell it from what VS Code prints the same way. */
export function markOutput(): void {
  const print = console.log;
  const marked = (text: unknown = '', ...rest: unknown[]) =>
    print(`${testOutputMark}${String(text)}`, ...rest);
  Object.defineProperty(console, 'log', { value: marked });
}
