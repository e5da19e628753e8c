import Big from 'big.js';
import type { EmissionsRun } from './emissions-run';

/** Which runs of a file a card's number stands for: all together, the newest, or one by its id. */
export type RunSelection = 'sum' | 'last' | { readonly id: string };

/** The entries of a card's `co2_eq_emissions` that CodeCarbon knows, by the keys and in the units of the card. */
export interface EmissionsEntries {
  /** Grams, exactly a thousand times CodeCarbon's kilograms. */
  readonly emissions: Big;
  readonly source: string;
  readonly geographical_location?: string;
  readonly hardware_used?: string;
  /** kWh. */
  readonly energy_consumed?: Big;
  /** Hours, to three decimals. */
  readonly hours_used?: number;
  readonly on_cloud?: boolean;
  readonly cpu_model?: string;
  /** GB. */
  readonly ram_total_size?: number;
}

const GRAMS_IN_KILOGRAM = 1000;
const SECONDS_IN_HOUR = 3600;

/** The runs that a selection names; empty where no run has that id. */
export function selectRuns(runs: readonly EmissionsRun[], selection: RunSelection): readonly EmissionsRun[] {
  if (selection === 'sum') return runs;
  if (selection === 'last') return runs.slice(-1);
  return runs.filter(({ id }) => id === selection.id);
}

/** What a card says about these runs together. `runs` must not be empty. */
export function emissionsEntries(runs: readonly EmissionsRun[]): EmissionsEntries {
  const energies = runs.map(({ energy }) => energy);
  const seconds = runs.map((run) => run.seconds);
  const location = joined(runs.map(locationOf));
  const hardware = joined(runs.map(hardwareOf));
  const cpu = joined(runs.map(({ cpuModel }) => cpuModel));
  const ram = common(runs.map(({ ramTotalSize }) => ramTotalSize));
  const cloud = common(runs.map(({ onCloud }) => onCloud));
  const hours = allKnown(seconds)?.reduce((sum, value) => sum + value, 0);
  const energy = allKnown(energies)?.reduce((sum, value) => sum.plus(value), new Big(0));
  return {
    emissions: totalKilograms(runs).times(GRAMS_IN_KILOGRAM),
    source: 'CodeCarbon',
    ...(location !== undefined && { geographical_location: location }),
    ...(hardware !== undefined && { hardware_used: hardware }),
    ...(energy && { energy_consumed: energy }),
    ...(hours !== undefined && { hours_used: Math.round((hours / SECONDS_IN_HOUR) * 1000) / 1000 }),
    ...(cloud !== undefined && { on_cloud: cloud }),
    ...(cpu !== undefined && { cpu_model: cpu }),
    ...(ram !== undefined && { ram_total_size: ram }),
  };
}

/** Kilograms of all runs together, exactly. */
export function totalKilograms(runs: readonly EmissionsRun[]): Big {
  return runs.reduce((sum, { kilograms }) => sum.plus(kilograms), new Big(0));
}

/** "Catalonia, Spain"; on a cloud, where CodeCarbon knows no country, "us-central1 (gcp)". */
function locationOf({ region, country, cloudRegion, cloudProvider }: EmissionsRun): string | undefined {
  const places = [region && capitalized(region), country].filter((place) => place !== undefined);
  if (places.length > 0) return places.join(', ');
  if (cloudRegion === undefined) return undefined;
  return cloudProvider === undefined ? cloudRegion : `${cloudRegion} (${cloudProvider})`;
}

/** CodeCarbon writes regions in small letters ("baden-wurttemberg"). */
function capitalized(region: string): string {
  if (region !== region.toLowerCase()) return region;
  return region.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** "1 x NVIDIA A100", as CodeCarbon itself writes it in most versions; the processor where there is no GPU. */
function hardwareOf({ gpuModel, gpuCount, cpuModel }: EmissionsRun): string | undefined {
  if (gpuModel === undefined) return cpuModel;
  const counted = /^\d+ x /.test(gpuModel) || gpuCount === undefined || gpuCount < 1;
  return counted ? gpuModel : `${gpuCount} x ${gpuModel}`;
}

function joined(values: readonly (string | undefined)[]): string | undefined {
  const known = new Set(values.filter((value) => value !== undefined));
  return known.size > 0 ? [...known].join('; ') : undefined;
}

/** The value that all runs share; undefined where they differ or one does not say. */
function common<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** A sum over some of the runs would be too small, so one unknown makes the whole unknown. */
function allKnown<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
