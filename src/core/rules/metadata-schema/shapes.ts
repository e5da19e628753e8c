import { excerpt } from '../../card/excerpt';
import type { Path } from './card-nodes';
import type { FieldCheck, ProblemReport } from './problem-report';

/** A value as the author would recognise it in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping';
  return `\`${excerpt(String(value), 60)}\``;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports what is not a string. A number or a boolean gets quotes as its fix. */
export function requireString(value: unknown, path: Path, report: ProblemReport): value is string {
  if (typeof value === 'string') return true;
  const name = shown(path.filter((step) => typeof step === 'string').at(-1) ?? '');
  if (typeof value === 'number' || typeof value === 'boolean') {
    const kind = typeof value;
    report.addUnquoted(
      path,
      `The Hub wants text for ${name}, and YAML reads ${shown(value)} as a ${kind}. Put it in quotes.`,
    );
  } else if (value === null) {
    report.add(path, `${name} is empty here. The Hub wants text: give a value, or remove the line.`);
  } else {
    report.add(path, `The Hub wants text for ${name}, not a ${Array.isArray(value) ? 'list' : 'mapping'}.`);
  }
  return false;
}

/** A field that holds one value or a list of them, each of which `item` checks. */
export const oneOrMany =
  (item: FieldCheck): FieldCheck =>
  (value, path, report) => {
    if (!Array.isArray(value)) {
      item(value, path, report);
      return;
    }
    for (const [index, entry] of value.entries()) {
      if (report.isFull) return;
      item(entry, [...path, index], report);
    }
  };

/** A field that may stay empty (`base_model: null`), which the Hub takes for absent. */
export const optional =
  (check: FieldCheck): FieldCheck =>
  (value, path, report) => {
    if (value !== null) check(value, path, report);
  };

/** A field that holds any text. */
export const text: FieldCheck = (value, path, report) => {
  requireString(value, path, report);
};
