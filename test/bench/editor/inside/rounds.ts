/** So long for one kind of work, in milliseconds: on a slow machine fewer rounds are measured. */
const LIMIT = 60_000;
const LEAST = 5;

/** The numbers from 0, as many as wanted or as there is time for. */
export function* rounds(most: number): Generator<number> {
  const end = performance.now() + LIMIT;
  for (let round = 0; round < most && (round < LEAST || performance.now() < end); round++) yield round;
}
