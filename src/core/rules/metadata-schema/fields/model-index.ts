import * as l10n from '@vscode/l10n';
import { isRecord } from '../../../is-record';
import type { Path } from '../card-nodes';
import type { FieldCheck, ProblemReport } from '../problem-report';
import { requireString, shown } from '../shapes';
import { REPOSITORY_ID } from './identifiers';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Results of evaluations, which the Hub checks on every push:
 * a list of {name, results: list of {task: {type}, dataset: {type, name}, metrics: list of {type, value}, source?: {url}}}.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md.
 */
export const modelIndex: FieldCheck = (value, path, report) => {
  eachMapping(value, path, report, (model, at) => {
    requiredString(model, 'name', at, report);
    if (!has(model, 'results', at, report)) return;
    eachMapping(model.results, [...at, 'results'], report, (result, resultPath) => {
      checkResult(result, resultPath, report);
    });
  });
};

function checkResult(result: Mapping, path: Path, report: ProblemReport): void {
  inner(result, 'task', path, report, (task, at) => {
    requiredString(task, 'type', at, report);
  });
  inner(result, 'dataset', path, report, (dataset, at) => {
    requiredString(dataset, 'name', at, report);
    if (requiredString(dataset, 'type', at, report)) checkDatasetType(dataset.type, [...at, 'type'], report);
  });
  if (has(result, 'metrics', path, report)) {
    eachMapping(result.metrics, [...path, 'metrics'], report, (metric, at) => {
      requiredString(metric, 'type', at, report);
      has(metric, 'value', at, report);
    });
  }
  if (result.source !== undefined) {
    inner(result, 'source', path, report, (source, at) => {
      requiredString(source, 'url', at, report);
    });
  }
}

function checkDatasetType(type: unknown, path: Path, report: ProblemReport): void {
  if (typeof type !== 'string' || REPOSITORY_ID.test(type)) return;
  report.add(
    path,
    l10n.t(
      '{0} is not the id of a dataset, and the Hub refuses it; the full name belongs under `name`.',
      shown(type),
    ),
  );
}

function eachMapping(
  value: unknown,
  path: Path,
  report: ProblemReport,
  check: (entry: Mapping, path: Path) => void,
): void {
  if (!Array.isArray(value)) {
    report.add(path, l10n.t('`{0}` must be a list; begin each entry with a dash.', String(path.at(-1))));
    return;
  }
  for (const [index, entry] of value.entries()) {
    if (report.isFull) return;
    if (isRecord(entry)) check(entry, [...path, index]);
    else
      report.add(
        [...path, index],
        l10n.t('Each entry of `{0}` must be a mapping of keys to values.', String(path.at(-1))),
      );
  }
}

function inner(
  parent: Mapping,
  key: string,
  path: Path,
  report: ProblemReport,
  check: (value: Mapping, path: Path) => void,
): void {
  if (!has(parent, key, path, report)) return;
  const value = parent[key];
  if (isRecord(value)) check(value, [...path, key]);
  else report.add([...path, key], l10n.t('`{0}` must be a mapping of keys to values.', key));
}

function requiredString(parent: Mapping, key: string, path: Path, report: ProblemReport): boolean {
  return has(parent, key, path, report) && requireString(parent[key], [...path, key], report);
}

function has(parent: Mapping, key: string, path: Path, report: ProblemReport): boolean {
  if (parent[key] !== undefined) return true;
  const owner = [...path].reverse().find((step) => typeof step === 'string') ?? 'model-index';
  const message =
    typeof path.at(-1) === 'number'
      ? l10n.t(
          '`{0}` is missing in this entry of `{1}`; the Hub refuses evaluation results without it.',
          key,
          owner,
        )
      : l10n.t('`{0}` is missing in `{1}`; the Hub refuses evaluation results without it.', key, owner);
  report.add(path, message);
  return false;
}
