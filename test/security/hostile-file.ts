/**
 * A row of a table of hostile files: what it is, how it is made, what its user sees, and the milliseconds of processor time
 * that it may take, {@link AT_ONCE} where none are said.
 */
export type Hostile<Content> = readonly [what: string, content: () => Content, sees: string, most?: number];

/** Milliseconds for what is refused at a glance: a hundredth of them is usual, and tests share their machine. */
export const AT_ONCE = 20;

/** Runs that may take too long: the first ones are compiled on the way, and the machine may be busy. */
const TRIES = 4;

/** What some work came to, and the milliseconds of processor time that it took. */
export interface Timed<T> {
  readonly result: T;
  readonly time: number;
}

/** Does some work until it takes no longer than `most` milliseconds of processor time, or has been tried often enough. */
export async function timed<T>(most: number, work: () => T | Promise<T>): Promise<Timed<T>> {
  for (let tries = 1; ; tries++) {
    const start = process.cpuUsage();
    const result = await work();
    const { system, user } = process.cpuUsage(start);
    const time = (system + user) / 1000;
    if (time <= most || tries === TRIES) return { result, time };
  }
}
