import * as l10n from '@vscode/l10n';
import { excerpt } from '../../card/excerpt';
import type { Path } from './card-nodes';
import type { FieldCheck, ProblemReport } from './problem-report';

/** A value as the author would recognise it at the beginning of a message. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return l10n.t('a list');
  if (typeof value === 'object' && value !== null) return l10n.t('a mapping');
  return `\`${excerpt(String(value), 60)}\``;
}

/** Reports what is not a string. A number or a boolean gets quotes as its fix. */
export function requireString(value: unknown, path: Path, report: ProblemReport): value is string {
  if (typeof value === 'string') return true;
  const name = shown(path.filter((step) => typeof step === 'string').at(-1) ?? '');
  if (typeof value === 'number' || typeof value === 'boolean') {
    report.addUnquoted(
      path,
      typeof value === 'number'
        ? l10n.t(
            'The Hub wants text for {0}, and YAML reads {1} as a number. Put it in quotes.',
            name,
            shown(value),
          )
        : l10n.t(
            'The Hub wants text for {0}, and YAML reads {1} as a boolean. Put it in quotes.',
            name,
            shown(value),
          ),
    );
  } else if (value === null) {
    report.add(
      path,
      l10n.t('{0} is empty here. The Hub wants text: give a value, or remove the line.', name),
    );
  } else {
    report.add(
      path,
      Array.isArray(value)
        ? l10n.t('The Hub wants text for {0}, not a list.', name)
        : l10n.t('The Hub wants text for {0}, not a mapping.', name),
    );
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
