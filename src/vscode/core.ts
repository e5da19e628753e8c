import type * as Core from '../core';

export type { Core };

let loading: Promise<typeof Core> | undefined;

/** The core, read from disk when the first model card needs it. */
export function loadCore(): Promise<typeof Core> {
  return (loading ??= import('../core'));
}
