import type Big from 'big.js';

/** One run of CodeCarbon's tracker, from a row of `emissions.csv`. Units are CodeCarbon's own. */
export interface EmissionsRun {
  /** `run_id`, or the row's number in files of versions that had none. */
  readonly id: string;
  readonly project?: string;
  /** When the run was written down, as it stands there. */
  readonly timestamp?: string;
  /** `emissions`: kilograms of CO₂eq. */
  readonly kilograms: Big;
  /** `duration` in seconds. */
  readonly seconds?: number;
  /** `energy_consumed` in kWh. */
  readonly energy?: Big;
  readonly country?: string;
  readonly region?: string;
  readonly cloudProvider?: string;
  readonly cloudRegion?: string;
  readonly onCloud?: boolean;
  readonly cpuModel?: string;
  readonly gpuCount?: number;
  readonly gpuModel?: string;
  /** `ram_total_size` in GB. */
  readonly ramTotalSize?: number;
  /** CodeCarbon's version. */
  readonly version?: string;
}

/** The file is not one that CodeCarbon has written, or nothing in it can be used. The message is a sentence. */
export class EmissionsFileError extends Error {
  override readonly name = 'EmissionsFileError';
}
