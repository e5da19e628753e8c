/**
 * Does work for each item, several at a time, and gives the results in the order of the items. Waits for disks overlap,
 * and no more than `width` results are held.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined);
    running.push(result);
    const [first] = running;
    if (running.length >= width && first !== undefined) {
      yield await first;
      void running.shift();
    }
  }
  for (const result of running) yield await result;
}
