import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../../../src/node/cards/in-order';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) {
    await delay(0);
    yield i;
  }
}

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

test('results come in the order of the items, however long each takes, and no more run than the width', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    await delay(item % 3 === 0 ? 8 : 0);
    running -= 1;
    return item * 10;
  };
  expect(await collect(inOrder(upTo(20), 4, work))).toEqual(Array.from({ length: 20 }, (_, i) => i * 10));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test('a failure is thrown in its turn, after the results before it', async () => {
  const seen: number[] = [];
  const work = (item: number): Promise<number> =>
    item === 2 ? Promise.reject(new Error('third')) : Promise.resolve(item);
  const all = async (): Promise<void> => {
    for await (const result of inOrder(upTo(9), 4, work)) seen.push(result);
  };
  await expect(all()).rejects.toThrow('third');
  expect(seen).toEqual([0, 1]);
});
