import type { Random } from './random';

/** A reader that is given damaged input. */
export interface FuzzTarget<Input = unknown> {
  /** How many of a hundred cases are this target's. */
  readonly share: number;
  readonly make: (random: Random) => Input;
  /** What is timed: it must neither throw nor take longer than `limit`. */
  readonly read: (input: Input, random: Random) => unknown;
  /** Milliseconds of processor time, warm. */
  readonly limit: number;
  /** Whatever else must hold of the input. @throws {BrokenPromise} */
  readonly check?: (input: Input) => void;
}

/** Something that must hold for every input does not. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** @throws {BrokenPromise} */
export function promise(holds: boolean, what: string): asserts holds {
  if (!holds) throw new BrokenPromise(what);
}
