const usage = process as { threadCpuUsage?: () => { user: number; system: number } };

/** Processor time of this thread in milliseconds; NaN where Node cannot tell it (before 23.9). */
export function ownTime(): number {
  const used = usage.threadCpuUsage?.();
  return used === undefined ? NaN : (used.user + used.system) / 1000;
}

/** A moment, by the clock and by the thread's processor time. */
export interface Moment {
  readonly clock: number;
  readonly own: number;
}

export function now(): Moment {
  return { clock: performance.now(), own: ownTime() };
}
