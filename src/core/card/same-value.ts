/**
 * Whether two values that YAML was read to are the same. Aliases make a value that holds itself, or one whose written
 * form would fill the memory, so each pair of its parts is compared once.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  return same(a, b, new Map());
}

/** Parts that have been compared, or are being compared: their difference shows elsewhere. */
type Compared = Map<object, Set<object>>;

function same(a: unknown, b: unknown, compared: Compared): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const partners = compared.get(a) ?? new Set();
  if (partners.has(b)) return true;
  compared.set(a, partners.add(b));
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && Object.is(a.getTime(), b.getTime());
  }
  const [entriesA, entriesB] = [Object.entries(a), Object.entries(b)];
  if (Array.isArray(a) !== Array.isArray(b) || entriesA.length !== entriesB.length) return false;
  return entriesA.every(([key, value], at) => {
    const [otherKey, other] = entriesB[at] ?? [];
    return key === otherKey && same(value, other, compared);
  });
}
