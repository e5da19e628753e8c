import { Option } from 'commander';

/** An option that may be given several times; its values are collected. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description}, repeatable`)
    .argParser<readonly string[]>((value, collected) => [...collected, value])
    .default([], 'none');
}
