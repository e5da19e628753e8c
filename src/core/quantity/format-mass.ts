import { grouped } from './grouped';

const STEPS = [
  { unit: 't', grams: 1e6 },
  { unit: 'kg', grams: 1e3 },
  { unit: 'g', grams: 1 },
  { unit: 'mg', grams: 1e-3 },
] as const;

/** A mass for reading, with two significant digits in the unit that suits it: `5.0 g`, `1.2 kg`, `250 kg`. */
export function formatMass(grams: number): string {
  const step = STEPS.find((candidate) => Math.abs(grams) >= candidate.grams) ?? { unit: 'mg', grams: 1e-3 };
  return `${formatNumber(grams / step.grams)} ${step.unit}`;
}

/** Two significant digits, thousands grouped, no exponent for what people can read without. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 1e-3) return value.toExponential(1);
  if (Math.abs(value) < 100) return value.toPrecision(2);
  return grouped(Number(value.toPrecision(2)));
}
