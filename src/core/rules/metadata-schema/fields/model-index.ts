import type { Path } from '../card-nodes';
import type { FieldCheck, ProblemReport } from '../problem-report';
import { isMapping, requireString, shown } from '../shapes';
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
    `${shown(type)} is not the id of a dataset, and the Hub refuses it; the full name belongs under \`name\`.`,
  );
}

function eachMapping(
  value: unknown,
  path: Path,
  report: ProblemReport,
  check: (entry: Mapping, path: Path) => void,
): void {
  if (!Array.isArray(value)) {
    report.add(path, `\`${String(path.at(-1))}\` must be a list; begin each entry with a dash.`);
    return;
  }
  for (const [index, entry] of value.entries()) {
    if (report.isFull) return;
    if (isMapping(entry)) check(entry, [...path, index]);
    else
      report.add(
        [...path, index],
        `Each entry of \`${String(path.at(-1))}\` must be a mapping of keys to values.`,
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
  if (isMapping(value)) check(value, [...path, key]);
  else report.add([...path, key], `\`${key}\` must be a mapping of keys to values.`);
}

function requiredString(parent: Mapping, key: string, path: Path, report: ProblemReport): boolean {
  return has(parent, key, path, report) && requireString(parent[key], [...path, key], report);
}

function has(parent: Mapping, key: string, path: Path, report: ProblemReport): boolean {
  if (parent[key] !== undefined) return true;
  const owner = [...path].reverse().find((step) => typeof step === 'string') ?? 'model-index';
  const where = typeof path.at(-1) === 'number' ? `this entry of \`${owner}\`` : `\`${owner}\``;
  report.add(path, `\`${key}\` is missing in ${where}; the Hub refuses evaluation results without it.`);
  return false;
}
