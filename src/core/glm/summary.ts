import { type Family, families } from './family';
import type { GlmFit } from './fit';
import type { Link } from './link';
import { fixed, general } from './printf';

export interface SummaryOptions {
  /** The response's name, statsmodels' `Dep. Variable`. Default `y`. */
  readonly response?: string;
  /** When, in local time, for the Date and Time lines. */
  readonly date: Date;
  /** Default Gaussian with its identity link. */
  readonly family?: Family;
  readonly link?: Link;
}

/** Links by the names that statsmodels 0.13 prints; from 0.14 they begin with a capital letter. */
const linkTitles: Readonly<Record<Link, string>> = {
  identity: 'identity',
  log: 'log',
  logit: 'logit',
  inverse: 'inverse_power',
};

const TITLE = 'Generalized Linear Model Regression Results';
const HEADER = ['coef', 'std err', 'z', 'P>|z|', '[0.025', '0.975]'];

/** The text that statsmodels' `GLMResults.summary()` prints, to the character. */
export function summary(fit: GlmFit, options: SummaryOptions): string {
  const general = generalRows(fit, options);
  const widths = [0, 1, 2, 3].map((k) => Math.max(18, ...general.map((row) => row[k]?.length ?? 0)));
  const top = general.map((row) => row.map((cell, k) => pad(cell, widths[k] ?? 0, k % 2 === 0)).join(' '));
  const width = top[0]?.length ?? 0;
  return [centred(TITLE, width), '='.repeat(width), ...top, ...coefficientLines(fit)].join('\n');
}

function generalRows(fit: GlmFit, options: SummaryOptions): string[][] {
  const { response = 'y', date, family = 'gaussian', link = families[family].canonicalLink } = options;
  const left = [
    ['Dep. Variable:', response],
    ['Model:', 'GLM'],
    ['Model Family:', families[family].title],
    ['Link Function:', linkTitles[link]],
    ['Method:', 'IRLS'],
    ['Date:', dateOf(date)],
    ['Time:', [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')],
    ['No. Iterations:', String(fit.iterations)],
    ['Covariance Type:', 'nonrobust'],
  ];
  const right = [
    ['No. Observations:', String(fit.nobs)],
    ['Df Residuals:', String(fit.dfResid)],
    ['Df Model:', String(fit.dfModel)],
    ['Scale:', general(fit.scale, 5, true)],
    ['Log-Likelihood:', general(fit.logLik, 5, true)],
    ['Deviance:', general(fit.deviance, 5, true)],
    ['Pearson chi2:', general(fit.pearsonChi2, 3, true)],
    ['Pseudo R-squ. (CS):', general(fit.pseudoR2CS, 4, true)],
    ['', ''],
  ];
  return left.map((pair, i) => {
    const [label = '', value = ''] = right[i] ?? [];
    return [...pair, `  ${label}`.padEnd(21), value];
  });
}

function coefficientLines(fit: GlmFit): string[] {
  const rows = fit.columns.map((column, j) => [
    column,
    coefficient(fit.params[j] ?? NaN, 4).padStart(10),
    ...[fit.bse, fit.z].map((values) => coefficient(values[j] ?? NaN, 3)),
    fixed(fit.p[j] ?? NaN, 3),
    ...[fit.ciLow, fit.ciHigh].map((values) => coefficient(values[j] ?? NaN, 3).padStart(11)),
  ]);
  const table = [['', ...HEADER], ...rows];
  const widths = ['', ...HEADER].map((_, k) => Math.max(10, ...table.map((row) => row[k]?.length ?? 0)));
  const [header = '', ...body] = table.map((row) =>
    row.map((cell, k) => pad(cell, widths[k] ?? 0, k === 0)).join(' '),
  );
  const rule = '='.repeat(header.length);
  return [rule, header, '-'.repeat(header.length), ...body, rule];
}

/** statsmodels' `forg`: that many decimals, or that many digits where the number is very large or small. */
function coefficient(value: number, precision: 3 | 4): string {
  const size = Math.abs(value);
  return size >= 1e4 || size < 1e-4 ? general(value, precision) : fixed(value, precision);
}

function pad(text: string, width: number, left: boolean): string {
  return left ? text.padEnd(width) : text.padStart(width);
}

/** Python's `str.center`: of an odd number of blanks, the larger half goes right, or left where the width is odd. */
function centred(text: string, width: number): string {
  const blanks = Math.max(0, width - text.length);
  const before = Math.floor(blanks / 2) + (blanks & width & 1);
  return ' '.repeat(before) + text + ' '.repeat(blanks - before);
}

function dateOf(date: Date): string {
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getDay()] ?? '';
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${day}, ${twoDigits(date.getDate())} ${months[date.getMonth()] ?? ''} ${date.getFullYear()}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
