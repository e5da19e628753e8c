import * as l10n from '@vscode/l10n';
import type { TextRange } from '../card/text-range';
import { machineCode } from '../quantity/machine-code';
import { ACCELERATORS } from './accelerator-table';
import { BY_MAKER } from './accelerators-by-maker';
import { deviceCount } from './device-count';

/** An accelerator as a text names it. */
export interface Accelerator {
  /** The name as written. */
  readonly name: string;
  /** Rated power of one device in watts; two figures where the text leaves its form open ("A100": PCIe or SXM). */
  readonly watts: { readonly low: number; readonly high: number };
  readonly count: number;
  /** Where it stands in the text, with its number, form and memory. */
  readonly range: TextRange;
}

export const acceleratorSources = (): string =>
  l10n.t('rated power from the ML CO2 Impact calculator (Lacoste et al. 2019) and the makers’ data sheets');

/** What laptops allow of the same chip: NVIDIA states 35 to 175 W for its GeForce laptop GPUs, model by model. */
const LAPTOP = { low: 35, high: 175 };
const IS_LAPTOP = /^[\s-]{0,2}(?:\w+[\s-])?(?:laptop|mobile|max-?q|notebook)\b/i;
const FORM = /^[\s_-]{0,2}(?:\d+\s?GB[\s_-]{0,2})?\(?(SXM|PCIe|NVL)/i;

interface Forms {
  readonly all: { readonly low: number; readonly high: number };
  readonly byForm: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
}

/** "RTX3060TI" is written "RTX 3060 Ti", "RTX3060-Ti"; "V100" also "V-100"; "TPUV3" also "TPU v3". */
const SERIES: Readonly<Record<string, string>> = {
  RTX: '(?:RTX|GeForce|Quadro)[\\s_-]?',
  GTX: '(?:GTX|GeForce)[\\s_-]?',
};

/** The figures of each name as the tables have them, which are read for what a text names. */
let table: { readonly figures: ReadonlyMap<string, string>; readonly pattern: RegExp } | undefined;

/** The accelerators that a text names, in order, each with how many of them. Linear in the text. */
export function findAccelerators(text: string): Accelerator[] {
  table ??= readTable();
  const found: Accelerator[] = [];
  for (const match of text.matchAll(table.pattern)) {
    const name = match[0];
    const forms = lookUp(table.figures, squashed(name));
    if (forms === undefined) continue;
    const range = { start: match.index, end: match.index + name.length };
    const after = text.slice(range.end, range.end + 40);
    const form = machineCode(FORM).exec(after)?.[1]?.toUpperCase() ?? '';
    const desktop = forms.byForm.get(form) ?? forms.all;
    const watts = machineCode(IS_LAPTOP).test(after)
      ? { low: Math.min(LAPTOP.low, desktop.low), high: Math.min(LAPTOP.high, desktop.high) }
      : desktop;
    const { count, start, end } = deviceCount(text, range, name);
    found.push({ name, watts, count, range: { start, end } });
  }
  return found;
}

/** The accelerators of a machine described in a few words; a name that is repeated counts once, with its largest number. */
export function accelerators(text: string): Accelerator[] {
  const byName = new Map<string, Accelerator>();
  for (const next of findAccelerators(text)) {
    const key = squashed(next.name);
    const known = byName.get(key);
    if (known === undefined || next.count > known.count) byName.set(key, next);
  }
  return [...byName.values()];
}

/** Whether two names may be of one accelerator: "RTX 3090" and "GeForce 3090", "V100" and "Tesla V-100". */
export function mayBeSame(one: Accelerator, other: Accelerator): boolean {
  const [a, b] = [squashed(one.name), squashed(other.name)];
  return a.endsWith(b) || b.endsWith(a);
}

/** "GeForce 3090" leaves the series to the reader. */
function lookUp(figures: ReadonlyMap<string, string>, name: string): Forms | undefined {
  const found = figures.get(name) ?? figures.get(`RTX${name}`) ?? figures.get(`GTX${name}`);
  return found === undefined ? undefined : readForms(found);
}

function squashed(name: string): string {
  return name.toUpperCase().replace(/GEFORCE|QUADRO|CLOUD|[\s_-]/g, '');
}

function readTable(): { figures: Map<string, string>; pattern: RegExp } {
  const figures = new Map<string, string>();
  for (const entry of `${ACCELERATORS};${BY_MAKER}`.split(';')) {
    const [name = '', figure = ''] = entry.split('=');
    figures.set(name, figure);
  }
  const names = namesPattern([...figures.keys()].sort((a, b) => b.length - a.length));
  // Not inside a word, but right behind the times sign of "8xA100".
  const pattern = new RegExp(`(?:(?<![A-Za-z0-9])|(?<=\\dx))(?:${names})(?![A-Za-rt-z0-9])`, 'gi');
  return { figures, pattern: machineCode(pattern) };
}

function readForms(figures: string): Forms {
  const byForm = new Map<string, { low: number; high: number }>();
  for (const figure of figures.split('/')) {
    const [form, watts] = figure.includes(':') ? figure.split(':') : ['', figure];
    const [low = 0, high = low] = (watts ?? '').split('-').map(Number);
    byForm.set(form ?? '', { low, high });
  }
  const all = [...byForm.values()];
  return {
    byForm,
    all: { low: Math.min(...all.map(({ low }) => low)), high: Math.max(...all.map(({ high }) => high)) },
  };
}

/** Names by what they begin with, which V8 compiles faster than a list of whole names. */
function namesPattern(names: readonly string[]): string {
  const rests = new Map<string, string[]>();
  const whole: string[] = [];
  for (const name of names) {
    const [begins, series, letter = ''] =
      /^(?:(RTX|GTX|TPU|TITAN|AGX|APPLE)(?=.)|([AHVPTLKM])(?=\d))/.exec(name) ?? [];
    if (begins === undefined) {
      whole.push(name);
      continue;
    }
    const start = series === undefined ? `${letter}-?` : (SERIES[series] ?? `${series}[\\s_-]?`);
    const rest = name.slice(begins.length).replace(/(TI|SUPER|ADA)/g, '[\\s_-]?$1');
    rests.set(start, [...(rests.get(start) ?? []), rest]);
  }
  const series = [...rests].map(([start, ends]) => `${start}(?:${ends.join('|')})`);
  return [...series, ...whole].join('|');
}
