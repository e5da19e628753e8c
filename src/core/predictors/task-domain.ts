import * as l10n from '@vscode/l10n';
import { domainOfTask, DOMAINS, OTHER_DOMAIN } from '../refit/categories';
import { RETIRED_TASKS, TASKS } from '../schema/hub-lists';
import type { PredictorInput } from './predictor-input';
import type { Predictor } from './predictor';
import { taskOfArchitecture } from './task-of-architecture';

/** The domain of the model's task: by `pipeline_tag`, else by what the Hub itself would infer it from. */
export function gatherDomain(input: PredictorInput): Predictor<string> {
  const { settings, metadata, hub, repository } = input;
  const set = settings?.task === undefined ? undefined : domainNamed(settings.task);
  if (set !== undefined)
    return { value: set, origin: l10n.t('your settings'), kind: 'declared', source: 'setting' };
  const declared = metadata.pipeline_tag;
  if (typeof declared === 'string' && declared.trim() !== '') {
    return fromTask(declared.trim(), {
      origin: `pipeline_tag ${declared.trim()}`,
      kind: 'declared',
      source: 'pipeline-tag',
    });
  }
  if (hub?.pipelineTag !== undefined) {
    const origin = l10n.t("the Hub's task of {0}, {1}", hub.repositoryName, hub.pipelineTag);
    return fromTask(hub.pipelineTag, { origin, kind: 'measured', source: 'hub' });
  }
  const tag = tagged(metadata);
  if (tag !== undefined) {
    return fromTask(tag, { origin: l10n.t('the tag {0}', tag), kind: 'declared', source: 'tag' });
  }
  const inferred = repository?.config && taskOfArchitecture(repository.config);
  if (inferred !== undefined) {
    const origin = l10n.t('the architecture in config.json, made for {0}', inferred);
    return fromTask(inferred, { origin, kind: 'assumed', source: 'config' });
  }
  const origin = l10n.t('the baseline, since the card names no task');
  return { value: OTHER_DOMAIN, origin, kind: 'assumed', source: 'default' };
}

function fromTask(
  task: string,
  where: Pick<Predictor<string>, 'origin' | 'kind' | 'source'>,
): Predictor<string> {
  const known = domainOfTask(task);
  const value = known === OTHER_DOMAIN ? (modalityDomain(task) ?? OTHER_DOMAIN) : known;
  const found = { value, ...where };
  if (known !== OTHER_DOMAIN || task === 'other') return found;
  const note =
    value === OTHER_DOMAIN
      ? l10n.t('The paper and the Hub know no task "{0}", so the baseline was taken.', task)
      : l10n.t('The paper does not list "{0}"; its domain is the modality that the Hub gives it.', task);
  return { ...found, note };
}

/** The domain of a task that is newer than the paper, by the Hub's modality. */
function modalityDomain(task: string): string | undefined {
  const key = task.trim().toLowerCase();
  const modality = Object.hasOwn(TASKS, key) ? TASKS[key]?.modality : undefined;
  if (modality === 'Tabular') return 'Tabular Data';
  return modality === 'Other' ? undefined : modality;
}

/** The domain that a setting names, by a task or itself: in any case, and with blanks or underscores for dashes. */
export function domainNamed(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/);
  const domain = DOMAINS.find((known) => known.toLowerCase() === words.join(' '));
  if (domain !== undefined) return domain;
  const task = words.join('-');
  const byTask = domainOfTask(task);
  if (byTask !== OTHER_DOMAIN) return byTask;
  return RETIRED_TASKS.has(task) ? OTHER_DOMAIN : modalityDomain(task);
}

/** A task among the tags (AutoTrain writes it there), or of the first evaluation result. */
function tagged({ tags, 'model-index': index }: Readonly<Record<string, unknown>>): string | undefined {
  const listed: readonly unknown[] = Array.isArray(tags) ? tags : [tags];
  const candidates = [...listed, ...taskTypesIn(index)];
  return candidates.find(
    (tag): tag is string =>
      typeof tag === 'string' && (domainOfTask(tag) !== OTHER_DOMAIN || modalityDomain(tag) !== undefined),
  );
}

function taskTypesIn(index: unknown): unknown[] {
  return listIn(index).flatMap((model) =>
    listIn(valueIn(model, 'results')).map((result) => valueIn(valueIn(result, 'task'), 'type')),
  );
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
