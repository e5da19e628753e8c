/** What one piece of work took, in milliseconds. */
export interface Sample {
  readonly clock: number;
  /** The processor's time, which others on the machine do not lengthen much. */
  readonly processor: number;
}

/** Does the work once. */
export async function sample(work: () => unknown): Promise<Sample> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return { clock, processor: (user + system) / 1000 };
}

/** @param share between 0 and 1; 0.5 is the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The columns of a table for work that a budget holds: the processor's time, for others share the clock's. */
export function columns(samples: readonly Sample[]): Record<string, number> {
  const processor = samples.map((one) => one.processor);
  const clock = samples.map((one) => one.clock);
  return {
    'processor ms p50': quantile(processor, 0.5),
    'processor ms p95': quantile(processor, 0.95),
    'clock ms p50': quantile(clock, 0.5),
    'clock ms p95': quantile(clock, 0.95),
  };
}

/** The columns of a table: median, 95th and 99th percentile of one kind of time. */
export function quantiles(values: readonly number[], kind: string): Record<string, number> {
  return {
    [`${kind} p50`]: quantile(values, 0.5),
    [`${kind} p95`]: quantile(values, 0.95),
    [`${kind} p99`]: quantile(values, 0.99),
  };
}
