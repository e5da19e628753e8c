import * as l10n from '@vscode/l10n';

/**
 * A number for reading, with its thousands apart. The decimal point is YAML's in every language, since numbers are
 * compared with what stands in cards; so where people take a comma for one, another sign has to part the thousands.
 * The translation of "1,000" tells it.
 */
export function grouped(value: number, options?: Intl.NumberFormatOptions): string {
  const text = value.toLocaleString('en-US', options);
  return text.includes(',') ? text.replaceAll(',', separator()) : text;
}

function separator(): string {
  return /1(\D)000/.exec(l10n.t('1,000'))?.[1] ?? ',';
}
