/** A logarithmic axis of grams that ends on powers of ten. */
export interface LogAxis {
  /** Grams at the left and right ends. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly AxisTick[];
}

export interface AxisTick {
  readonly grams: number;
  readonly label: string;
}

const UNITS = [
  { unit: 'kt', power: 9 },
  { unit: 't', power: 6 },
  { unit: 'kg', power: 3 },
  { unit: 'g', power: 0 },
  { unit: 'mg', power: -3 },
  { unit: 'µg', power: -6 },
] as const;

/**
 * The axis on which all amounts have a place, with at most `most` labelled powers of ten.
 *
 * @param grams amounts to show; those that are not positive and finite have no place on it
 */
export function logAxis(grams: readonly number[], most = 7): LogAxis {
  const shown = grams.filter((amount) => amount > 0 && Number.isFinite(amount));
  const exponents = (shown.length === 0 ? [1] : shown).map(Math.log10);
  const first = Math.floor(Math.min(...exponents) + 1e-9);
  const last = Math.max(Math.ceil(Math.max(...exponents) - 1e-9), first + 1);
  const step = Math.ceil((last - first + 1) / most);
  const powers = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => first + index * step,
  );
  return {
    low: 10 ** first,
    high: 10 ** last,
    ticks: powers.map((power) => ({ grams: 10 ** power, label: powerLabel(power) })),
  };
}

/** Where an amount stands on the axis: 0 at its left end, 1 at its right; clipped to the axis. */
export function positionOn({ low, high }: LogAxis, grams: number): number {
  if (!(grams > 0)) return 0;
  const position = Math.log(grams / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, position));
}

function powerLabel(power: number): string {
  const { unit, power: base } = UNITS.find((candidate) => power >= candidate.power) ?? {
    unit: 'g',
    power: 0,
  };
  const rest = power - base;
  return rest >= 0 && rest <= 3 ? `${10 ** rest} ${unit}` : `10^${power} g`;
}
