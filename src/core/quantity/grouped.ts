import * as l10n from '@vscode/l10n';

/** Numbers that need no rounding for a reader. `Intl` would do them too, but its first use takes 7 ms. */
const PLAIN = /^-?(\d{1,16})(?:\.\d{1,3})?$/;
const THOUSANDS = /\B(?=(?:\d{3}){1,5}$)/g;

/**
 * A number for reading, with its thousands apart. The decimal point is YAML's in every language, since numbers are
 * compared with what stands in cards; so where people take a comma for one, another sign has to part the thousands.
 * The translation of "1,000" tells it.
 */
export function grouped(value: number, options?: Intl.NumberFormatOptions): string {
  const text = String(value);
  const whole = options === undefined ? PLAIN.exec(text)?.[1] : undefined;
  if (whole !== undefined) {
    return whole.length < 4 ? text : text.replace(whole, whole.replace(THOUSANDS, separator()));
  }
  return value.toLocaleString('en-US', options).replaceAll(',', separator());
}

function separator(): string {
  return /1(\D)000/.exec(l10n.t('1,000'))?.[1] ?? ',';
}
