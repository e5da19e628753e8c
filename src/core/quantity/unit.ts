import Big from 'big.js';

/** Units of mass. `t` is the metric tonne; `short-ton` and `long-ton` only where the author says so. */
export type MassUnit = 'ug' | 'mg' | 'g' | 'kg' | 't' | 'kt' | 'Mt' | 'lb' | 'oz' | 'short-ton' | 'long-ton';
/** Units of energy. */
export type EnergyUnit = 'J' | 'kJ' | 'MJ' | 'GJ' | 'Wh' | 'kWh' | 'MWh' | 'GWh';
/** Units of time. */
export type TimeUnit = 's' | 'min' | 'h' | 'd' | 'week';
/** Units of power. */
export type PowerUnit = 'W' | 'kW' | 'MW';

/** What is measured: decides which unit words a reader accepts. */
export interface UnitOf {
  readonly mass: MassUnit;
  readonly energy: EnergyUnit;
  readonly time: TimeUnit;
  readonly power: PowerUnit;
}
export type Dimension = keyof UnitOf;

/** Grams in one of each unit; the pound and the ounce by their international definition (1959). */
const GRAMS: Record<MassUnit, Big> = {
  ug: new Big('0.000001'),
  mg: new Big('0.001'),
  g: new Big(1),
  kg: new Big(1000),
  t: new Big(1_000_000),
  kt: new Big(1_000_000_000),
  Mt: new Big(1_000_000_000_000),
  lb: new Big('453.59237'),
  oz: new Big('28.349523125'),
  'short-ton': new Big('907184.74'),
  'long-ton': new Big('1016046.9088'),
};

/** Joules in one of each unit: kept whole so that kWh come out of one exact division. */
const JOULES: Record<EnergyUnit, Big> = {
  J: new Big(1),
  kJ: new Big(1000),
  MJ: new Big(1_000_000),
  GJ: new Big(1_000_000_000),
  Wh: new Big(3600),
  kWh: new Big(3_600_000),
  MWh: new Big(3_600_000_000),
  GWh: new Big(3_600_000_000_000),
};

const SECONDS: Record<TimeUnit, number> = { s: 1, min: 60, h: 3600, d: 86_400, week: 604_800 };
const WATTS: Record<PowerUnit, number> = { W: 1, kW: 1000, MW: 1_000_000 };

/** Whether a unit of any dimension is one of mass. */
export function isMassUnit(unit: string): unit is MassUnit {
  return Object.hasOwn(GRAMS, unit);
}

/** An amount in grams, exactly: `toGrams(Big('0.1'), 'kg')` is 100. */
export function toGrams(amount: Big, unit: MassUnit): Big {
  return amount.times(GRAMS[unit]);
}

/** Grams in an amount of that unit; big.js rounds to 20 decimals where the quotient has more (pounds, ounces). */
export function fromGrams(grams: Big, unit: MassUnit): Big {
  return grams.div(GRAMS[unit]);
}

/** An amount of energy in kilowatt-hours. */
export function toKilowattHours(amount: Big, unit: EnergyUnit): Big {
  return amount.times(JOULES[unit]).div(JOULES.kWh);
}

/** A duration in hours. */
export function toHours(amount: Big, unit: TimeUnit): Big {
  return amount.times(SECONDS[unit]).div(SECONDS.h);
}

/** A power in watts. */
export function toWatts(amount: Big, unit: PowerUnit): Big {
  return amount.times(WATTS[unit]);
}
