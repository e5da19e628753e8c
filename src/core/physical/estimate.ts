import * as l10n from '@vscode/l10n';
import { type Accelerator, accelerators, acceleratorSources } from './accelerators';
import { type GridIntensity, gridIntensity, gridSources } from './grid';

/** What is known of a training run; everything optional. */
export interface RunFacts {
  /** Measured energy; where given, hours and hardware are not used. */
  readonly energyKWh?: number;
  /** Hours by the clock, or hours summed over the devices where `deviceHours` is set. */
  readonly hours?: number;
  readonly deviceHours?: boolean;
  /** As the author wrote it: "8 x A100", "NVIDIA V100 (7 GPUs)". */
  readonly hardware?: string;
  /** "Barcelona, Catalonia", "us-central1", "Quebec, Canada". */
  readonly place?: string;
  /** Power usage effectiveness of the data centre; 1 where it is not known, as in ML CO2 Impact. */
  readonly pue?: number;
}

/** Emissions from physics alone. */
export interface PhysicalEstimate {
  readonly energyKWh: { readonly low: number; readonly typical: number; readonly high: number };
  readonly grams: { readonly low: number; readonly typical: number; readonly high: number };
  /** Empty where the energy was measured. */
  readonly accelerators: readonly Accelerator[];
  readonly intensity: GridIntensity;
  /** The figures used, a plain sentence each. */
  readonly basis: readonly string[];
  /** Where they come from. */
  readonly sources: readonly string[];
}

/**
 * The share of its rated power that an accelerator draws at the least while a process holds it: the process alone costs
 * 26 to 66 W over idle, 6 to 19 % of the rated power (Vadari 2026, arXiv:2605.23918: H100, A100, L40S).
 */
const IDLE = 0.1;
/**
 * The most that a whole machine draws over the rated power of its accelerators: an NVIDIA DGX A100 takes up to 6.5 kW
 * with eight of 400 W (its data sheet). ML CO2 Impact leaves the rest of the machine out and CodeCarbon counts it, so
 * it widens the range upwards only.
 */
const MACHINE = 6500 / (8 * 400);

/**
 * The emissions of a run by ML CO2 Impact's method: power × hours × grid intensity. `typical` is that method's own
 * answer (full rated power, the place's mean intensity); the range goes from barely busy accelerators on the cleanest
 * likely grid to full power of the whole machine on the dirtiest.
 *
 * @returns undefined without energy, and without both hours and hardware that is known.
 */
export function physicalEstimate(run: RunFacts): PhysicalEstimate | undefined {
  const pue = run.pue ?? 1;
  const intensity = gridIntensity(run.place);
  const measured = run.energyKWh;
  const devices = measured === undefined ? accelerators(run.hardware ?? '') : [];
  const energy =
    measured === undefined
      ? energyOf(run, devices, pue)
      : { low: measured, typical: measured, high: measured };
  if (energy === undefined || !(energy.high > 0) || !Number.isFinite(energy.high)) return undefined;
  return {
    energyKWh: energy,
    grams: {
      low: energy.low * intensity.low,
      typical: energy.typical * intensity.typical,
      high: energy.high * intensity.high,
    },
    accelerators: devices,
    intensity,
    basis: [...energyBasis(run, devices), intensityBasis(intensity)],
    sources: [...(measured === undefined ? energySources() : []), gridSources()],
  };
}

function energyOf(
  run: RunFacts,
  devices: readonly Accelerator[],
  pue: number,
): PhysicalEstimate['energyKWh'] | undefined {
  const { hours = 0, deviceHours = false } = run;
  if (devices.length === 0 || !(hours > 0)) return undefined;
  const counts = devices.map((device) => ({ ...device, count: deviceHours ? 1 : device.count }));
  // Several kinds in one description may be used together or one after the other.
  const low = Math.min(...counts.map(({ watts, count }) => watts.low * count));
  const high = sum(counts.map(({ watts, count }) => watts.high * count));
  const kilowattHours = (watts: number): number => (watts * hours) / 1000;
  return {
    low: kilowattHours(low * IDLE),
    typical: kilowattHours(deviceHours ? high / counts.length : high) * pue,
    high: kilowattHours(high * MACHINE) * Math.max(pue, 1),
  };
}

function energySources(): string[] {
  return [
    l10n.t('power × hours × grid intensity as in ML CO2 Impact (Lacoste et al. 2019)'),
    acceleratorSources(),
    l10n.t('least draw of a busy accelerator: Vadari 2026 (arXiv:2605.23918)'),
    l10n.t('the rest of the machine: NVIDIA DGX A100 data sheet, 6.5 kW with eight accelerators of 400 W'),
  ];
}

function energyBasis(run: RunFacts, devices: readonly Accelerator[]): string[] {
  if (run.energyKWh !== undefined) return [l10n.t('{0} kWh as measured.', run.energyKWh)];
  const figures = {
    hours: run.hours ?? 0,
    devices: devices
      .map((device) => inWords(device, run.deviceHours === true))
      .reduce((list, name) => l10n.t('{0} and {1}', list, name)),
    percent: IDLE * 100,
  };
  const power = powerBasis(figures, run.deviceHours === true);
  return [run.pue === undefined ? power : `${power} ${l10n.t('Power usage effectiveness {0}.', run.pue)}`];
}

function powerBasis(
  figures: { hours: number; [figure: string]: string | number },
  deviceHours: boolean,
): string {
  if (figures.hours === 1)
    return deviceHours
      ? l10n.t(
          '1 device hour of {devices}, from {percent} % of the rated power to all of it and the rest of the machine.',
          figures,
        )
      : l10n.t(
          '1 hour of {devices}, from {percent} % of the rated power to all of it and the rest of the machine.',
          figures,
        );
  return deviceHours
    ? l10n.t(
        '{hours} device hours of {devices}, from {percent} % of the rated power to all of it and the rest of the machine.',
        figures,
      )
    : l10n.t(
        '{hours} hours of {devices}, from {percent} % of the rated power to all of it and the rest of the machine.',
        figures,
      );
}

/** "8 × A100 (250 to 400 W each)"; without the number where the hours are summed over the devices. */
function inWords({ name, count, watts: { low, high } }: Accelerator, deviceHours: boolean): string {
  const device = count > 1 && !deviceHours ? `${count} × ${name}` : name;
  return low === high
    ? l10n.t('{0} ({1} W each)', device, low)
    : l10n.t('{0} ({1} to {2} W each)', device, low, high);
}

function intensityBasis({ low, typical, high, matched, known }: GridIntensity): string {
  const figures = { typical: Math.round(typical), low: Math.round(low), high: Math.round(high) };
  return known
    ? l10n.t('Electricity of {place}: {typical} g/kWh, between {low} and {high}.', {
        ...figures,
        place: matched,
      })
    : l10n.t(
        'The place is not known, so the whole world’s electricity: {typical} g/kWh, between {low} and {high}.',
        figures,
      );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
