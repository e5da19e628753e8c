import type { EmissionsModel } from '../core/glm/model-file';
import type { PredictorValues } from '../core/glm/predict';
import { furtherPredictors } from '../core/prediction/model-in-use';
import { OPTIONS } from './predict-settings';
import { UsageError } from './usage-error';

/**
 * The values that a refitted model needs beyond what a card tells, such as downloads.
 *
 * @param given each as NAME=VALUE
 * @throws UsageError where one is missing, is not asked for or cannot be read
 */
export function readFurtherPredictors(model: EmissionsModel, given: readonly string[]): PredictorValues {
  const { numbers, categories } = furtherPredictors(model);
  const values = new Map<string, number | string>();
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(0, at)).trim();
    const value = text.slice(at + 1).trim();
    if (name === '' || value === '') {
      throw new UsageError(`“${text}” gives no value: write it as in --predictor downloads=1200.`);
    }
    if (numbers.includes(name)) values.set(name, readNumber(name, value, model));
    else if (categories.includes(name)) values.set(name, value);
    else throw new UsageError(whyNotAsked(name, [...numbers, ...categories]));
  }
  const missing = numbers.filter((name) => !values.has(name));
  if (missing.length > 0) {
    const options = missing.map((name) => `--predictor ${name}=NUMBER`).join(' ');
    throw new UsageError(`This model needs ${missing.join(' and ')}, which no card tells: add ${options}.`);
  }
  return Object.fromEntries(values);
}

function readNumber(name: string, text: string, { terms }: EmissionsModel): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`“${text}” is no number for ${name}.`);
  const isCount = terms.some(({ transform }) => transform.kind === 'log10' && transform.predictor === name);
  if (isCount && value < 0) throw new UsageError(`${name} cannot be ${text}: give 0 or more.`);
  return value;
}

function whyNotAsked(name: string, asked: readonly string[]): string {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (option !== undefined) return `“${name}” has an option of its own: ${option}.`;
  if (asked.length === 0)
    return `This model has no predictor “${name}”, nor any without an option of its own.`;
  return `This model has no predictor “${name}”; --predictor is for ${asked.join(' and ')}.`;
}
