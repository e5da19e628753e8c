import { distance } from 'fastest-levenshtein';

const LONGEST_COMPARED = 64;

/** Lower case without separators: "Apache 2.0" and `apache-2.0` are one. */
const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9+]/g, '');

/** The digits in their order: a version or a count, which no correction may change. */
const digits = (text: string): string => text.replace(/\D/g, '');

/**
 * The valid value that the author most likely meant, or undefined where none or several come close.
 *
 * In this order: the same but for case and separators, or its name in words; the only one that begins with the
 * value (`apache`); the longest one that the value begins with (`gpl-3.0-or-later`); the fewest edits, at most
 * one in four characters. Digits are never corrected: `mit-0` is no misspelt `mit`.
 *
 * @param names valid value to its name in words.
 */
export function nearestValue(value: string, names: Readonly<Record<string, string>>): string | undefined {
  const wanted = bare(value);
  if (wanted.length < 2 || value.length > LONGEST_COMPARED) return undefined;
  const values = Object.keys(names);
  const same = values.find((valid) => bare(valid) === wanted || bare(names[valid] ?? '') === wanted);
  if (same !== undefined) return same;
  const longer = values.filter((valid) => wanted.length > 2 && bare(valid).startsWith(wanted));
  if (longer.length > 0) return onlyOne(longer);
  const beginnings = values.filter(
    (valid) => value.toLowerCase().startsWith(`${valid}-`) && sameDigits(valid, value),
  );
  return longest(beginnings) ?? closest(wanted, values);
}

/**
 * The valid value that differs by case, separators or a single letter only.
 * For lists that are not complete, where another value may be right as it stands.
 */
export function misspeltValue(value: string, valid: readonly string[]): string | undefined {
  const wanted = bare(value);
  if (wanted.length < 6 || value.length > LONGEST_COMPARED) return undefined;
  const alike = valid.filter(
    (candidate) =>
      bare(candidate) === wanted ||
      (sameDigits(candidate, wanted) && distance(bare(candidate), wanted) === 1),
  );
  return onlyOne(alike);
}

const sameDigits = (left: string, right: string): boolean => digits(left) === digits(right);

const onlyOne = (values: readonly string[]): string | undefined =>
  values.length === 1 ? values[0] : undefined;

const longest = (values: readonly string[]): string | undefined =>
  values.reduce<string | undefined>(
    (best, value) => (value.length > (best?.length ?? 0) ? value : best),
    undefined,
  );

function closest(wanted: string, values: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(wanted.length / 4));
  const near = values
    .filter((valid) => sameDigits(valid, wanted))
    .map((valid) => ({ valid, edits: distance(bare(valid), wanted) }))
    .filter(({ edits }) => edits <= most)
    .sort((left, right) => left.edits - right.edits);
  return near[0] && near[0].edits !== near[1]?.edits ? near[0].valid : undefined;
}
