/**
 * Double-double arithmetic: a number as the unevaluated sum of two doubles, about 32 decimal digits.
 *
 * The building blocks are error-free: Knuth's sum and Dekker's product (T. J. Dekker, "A floating-point
 * technique for extending the available precision", 1971), and the compound operations are the accurate ones of
 * Hida, Li and Bailey's QD. Values beyond 2^996 overflow in the split; a design holds none.
 */
export interface DoubleDouble {
  readonly hi: number;
  /** At most half a unit in the last place of `hi`. */
  readonly lo: number;
}

/** 2^27 + 1: multiplying by it parts a double into two halves of 26 bits whose products are exact. */
export const SPLITTER = 134217729;

export const ZERO: DoubleDouble = { hi: 0, lo: 0 };
export const ONE: DoubleDouble = { hi: 1, lo: 0 };

/** hi + lo renormalised, for |hi| ≥ |lo|. */
export function renormalised(hi: number, lo: number): DoubleDouble {
  const sum = hi + lo;
  return { hi: sum, lo: lo - (sum - hi) };
}

/** a + b, exactly. */
export function exactSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const shadow = sum - a;
  return { hi: sum, lo: a - (sum - shadow) + (b - shadow) };
}

/** a · b, exactly. */
export function exactProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return { hi: product, lo: aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = exactSum(a.hi, b.hi);
  const low = exactSum(a.lo, b.lo);
  const partial = renormalised(high.hi, high.lo + low.hi);
  return renormalised(partial.hi, partial.lo + low.lo);
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, { hi: -b.hi, lo: -b.lo });
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = exactProduct(a.hi, b.hi);
  return renormalised(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a times a power of two (or any factor whose products with both halves are exact). */
export function scaled(a: DoubleDouble, factor: number): DoubleDouble {
  return { hi: a.hi * factor, lo: a.lo * factor };
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  const remainder = subtract(a, multiply(b, { hi: first, lo: 0 }));
  const second = remainder.hi / b.hi;
  const rest = subtract(remainder, multiply(b, { hi: second, lo: 0 }));
  return add(exactSum(first, second), { hi: rest.hi / b.hi, lo: 0 });
}

/** The square root of a non-negative number (Karp's trick: one Newton step on the reciprocal root). */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a.hi <= 0) return ZERO;
  const reciprocal = 1 / Math.sqrt(a.hi);
  const root = a.hi * reciprocal;
  const error = subtract(a, exactProduct(root, root));
  return exactSum(root, error.hi * (reciprocal * 0.5));
}
