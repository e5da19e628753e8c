import { grouped } from '../../quantity/grouped';

/** A map from data to pixels, with the marks of its axis. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** A linear scale. @param pixels where the ends of `domain` lie */
export function linearScale(
  domain: readonly [number, number],
  pixels: readonly [number, number],
  ticks: readonly Tick[] = roundTicks(domain),
): Scale {
  const [low, high] = domain;
  const [from, to] = pixels;
  const slope = high === low ? 0 : (to - from) / (high - low);
  return Object.assign((value: number) => from + (value - low) * slope, { ticks });
}

/** Marks at 1, 2 or 5 times a power of ten, about `count` of them. */
export function roundTicks([low, high]: readonly [number, number], count = 5): Tick[] {
  const rough = (high - low) / count;
  if (!(rough > 0) || !Number.isFinite(rough)) return [{ value: low, label: plainNumber(low) }];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: Tick[] = [];
  for (let i = Math.ceil(low / step); i <= Math.floor(high / step); i++) {
    ticks.push({ value: i * step, label: plainNumber(i * step) });
  }
  return ticks;
}

/** The ends of some values, moved apart by a share of their distance so that no point lies on the frame. */
export function extentOf(values: Iterable<number>, margin = 0.04): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const room = (high - low || Math.abs(high) || 1) * margin;
  return [low - room, high + room];
}

const UNITS = [
  { grams: 1e-6, name: 'µg' },
  { grams: 1e-3, name: 'mg' },
  { grams: 1, name: 'g' },
  { grams: 1e3, name: 'kg' },
  { grams: 1e6, name: 't' },
];

/** A power of ten of grams, in the unit that people say it in: "100 g", "10 kg". */
export function gramsLabel(power: number): string {
  const grams = 10 ** power;
  const unit = UNITS.findLast((candidate) => grams >= candidate.grams * 0.999);
  if (unit === undefined || power > 11) return `1e${power} g`;
  return `${plainNumber(grams / unit.grams)} ${unit.name}`;
}

/** Marks at powers of ten of grams on an axis of ln grams, seven at most. */
export function gramTicks([low, high]: readonly [number, number]): Tick[] {
  const from = Math.ceil(low / Math.LN10);
  const to = Math.floor(high / Math.LN10);
  const step = Math.max(1, Math.ceil((to - from + 1) / 7));
  const ticks: Tick[] = [];
  for (let power = from; power <= to; power += step) {
    ticks.push({ value: power * Math.LN10, label: gramsLabel(power) });
  }
  return ticks;
}

/** Marks at powers of ten on an axis of log10. */
export function powerTicks([low, high]: readonly [number, number]): Tick[] {
  const ticks: Tick[] = [];
  for (let power = Math.ceil(low); power <= Math.floor(high); power++) {
    ticks.push({
      value: power,
      label: power >= -3 && power <= 3 ? String(Number(`1e${power}`)) : `1e${power}`,
    });
  }
  return ticks;
}

/** A number as an axis shows it. */
export function plainNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) {
    return Number(value.toPrecision(4)).toExponential().replace('e+', 'e').replaceAll('-', '−');
  }
  return grouped(value, { maximumSignificantDigits: 6 }).replace('-', '−');
}
