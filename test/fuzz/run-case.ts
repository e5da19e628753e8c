import { BrokenPromise, type FuzzTarget } from './fuzz-target';
import { caseSeed, Random } from './random';

/** One input given to one target. */
export interface CaseResult {
  readonly input: unknown;
  /** Processor time of reading, the best of some where the first was slow. */
  readonly milliseconds: number;
  /** What did not hold, without the details of the input; undefined where all held. */
  readonly failure: string | undefined;
}

const REPETITIONS = 3;

/** Makes the case and runs it; never throws. */
export async function runCase(target: FuzzTarget, seed: number, index: number): Promise<CaseResult> {
  const random = new Random(caseSeed(seed, index));
  const input = target.make(random);
  let milliseconds = 0;
  try {
    milliseconds = await timed(target, input, random);
    // Compilation, collection of garbage and other people's work are not the input's fault.
    for (let again = 0; again < REPETITIONS && milliseconds > target.limit; again += 1) {
      milliseconds = Math.min(milliseconds, await timed(target, input, random));
    }
    target.check?.(input);
  } catch (error) {
    return { input, milliseconds, failure: failureOf(error) };
  }
  const failure = milliseconds > target.limit ? `slower than ${target.limit} ms` : undefined;
  return { input, milliseconds, failure };
}

async function timed(target: FuzzTarget, input: unknown, random: Random): Promise<number> {
  const start = process.cpuUsage();
  const pending = target.read(input, random);
  if (pending instanceof Promise) await pending;
  const { system, user } = process.cpuUsage(start);
  return (system + user) / 1000;
}

function failureOf(error: unknown): string {
  if (error instanceof BrokenPromise) return error.message;
  if (!(error instanceof Error)) return `threw ${String(error).slice(0, 100)}`;
  const place = /at .*?\(?[^()\s]*?(src\/[^()\s]+|node_modules\/[^()\s]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `threw ${error.name}: ${error.message.slice(0, 100)} (${place})`;
}
