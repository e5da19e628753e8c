import type { Accelerator } from './accelerators';
import type { GridIntensity } from './grid';

/** What is known about a training run; everything optional, nothing guessed by the caller. */
export interface RunFacts {
  /** Measured energy; where given, hardware and hours are not used. */
  readonly energyKWh?: number;
  /** Wall-clock hours, or hours summed over devices where `deviceHours` is set. */
  readonly hours?: number;
  readonly deviceHours?: boolean;
  /** As the author wrote it: "8 x A100", "NVIDIA V100 (7 GPUs)". */
  readonly hardware?: string;
  /** "Barcelona, Catalonia", "us-central1", "Quebec, Canada". */
  readonly place?: string;
  /** Power usage effectiveness of the data centre; 1 where not given, as in ML CO2 Impact. */
  readonly pue?: number;
}

export interface PhysicalEstimate {
  readonly energyKWh: { readonly low: number; readonly high: number };
  readonly grams: { readonly low: number; readonly typical: number; readonly high: number };
  readonly accelerators: readonly Accelerator[];
  readonly intensity: GridIntensity;
  /** One plain sentence for each figure used. */
  readonly basis: readonly string[];
  /** Where the figures come from. */
  readonly sources: readonly string[];
}

/** ML CO2 Impact's method; undefined without energy, and without hours and known hardware. */
export declare function physicalEstimate(run: RunFacts): PhysicalEstimate | undefined;
