import * as l10n from '@vscode/l10n';
import { adapterIn, baseModelOf, sizeOfBase } from './base-model';
import type { PredictorInput } from './predictor-input';
import type { MissingPredictor, Predictor } from './predictor';
import { architectureSize } from './size/architecture-size';
import { knownModelIn } from './size/known-models';
import { parseSize } from './size/parse-size';
import { gatherDomain } from './task-domain';
import { type NamedSize, sizeInName } from './size/size-in-name';
import { sizeInText } from './size/size-in-text';
import { sizeInBytes, sizeInHeaders, sizeInIndex } from './size/size-in-weights';
import { grouped } from '../quantity/grouped';

type Size = Predictor<number>;
type Evidence = (input: PredictorInput) => Size | undefined;

/** From the most to the least trusted, for a model with weights of its own. */
const evidence: readonly Evidence[] = [
  setting,
  ({ repository }) => repository && sizeInHeaders(repository),
  hub,
  ({ repository }) => repository && sizeInIndex(repository),
  configuredCount,
  ({ repository }) => repository && sizeInBytes(repository, 'known'),
  architecture,
  modelName,
  cardText,
  ({ repository }) => repository && sizeInBytes(repository, 'guessed'),
  baseModel,
  knownModel,
];

/** An adapter's own files, and what its card says of itself, are not the size of what was trained on. */
const adapterEvidence: readonly Evidence[] = [setting, baseModel, modelName, cardText, knownModel];

/** The number of parameters from the most trusted source, or what is missing. */
export function gatherParameters(input: PredictorInput): Size | MissingPredictor {
  const adapter = adapterIn(input.repository, input.metadata);
  const sources = adapter ? adapterEvidence : evidence;
  for (const source of sources) {
    const size = source(input);
    if (size) return adapter && size.source !== 'setting' ? ofAdapter(size, adapter.parameters) : size;
  }
  return {
    name: 'parameters',
    message: adapter ? unknownBase(input, adapter.parameters) : unknownSize(input),
  };
}

function setting({ settings }: PredictorInput): Size | undefined {
  const value = settingSize(settings?.parameters);
  return value === undefined
    ? undefined
    : { value, origin: l10n.t('your settings'), kind: 'declared', source: 'setting' };
}

/** The size that a setting states; undefined where it states none. */
export function settingSize(stated: number | string | undefined): number | undefined {
  if (typeof stated === 'string') return parseSize(stated);
  return stated !== undefined && Number.isFinite(stated) && stated > 0 ? stated : undefined;
}

function hub({ hub: facts }: PredictorInput): Size | undefined {
  if (facts?.parameters === undefined) return undefined;
  const origin = l10n.t('what the Hub says of {0}', facts.repositoryName);
  return { value: facts.parameters, origin, kind: 'measured', source: 'hub' };
}

function configuredCount({ repository }: PredictorInput): Size | undefined {
  for (const key of ['n_params', 'num_parameters', 'n_parameters', 'total_params']) {
    const value = repository?.config?.[key];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) {
      return { value, origin: l10n.t('{0} in config.json', key), kind: 'declared', source: 'config' };
    }
  }
  return undefined;
}

function architecture({ repository }: PredictorInput): Size | undefined {
  const value = repository?.config && architectureSize(repository.config);
  if (value === undefined) return undefined;
  return {
    value,
    origin: l10n.t('the layers and widths in config.json'),
    kind: 'assumed',
    source: 'architecture',
    note: l10n.t('This is an estimate of the architecture without its task head.'),
  };
}

function modelName(input: PredictorInput): Size | undefined {
  // "autotrain-lora-range-495m" predicts something at 495 metres: models of tables are never named by size.
  if (gatherDomain(input).value === 'Tabular Data') return undefined;
  for (const name of namesOf(input)) {
    const size = sizeInName(name);
    if (size) return named(size);
  }
  return undefined;
}

function knownModel(input: PredictorInput): Size | undefined {
  for (const name of namesOf(input)) {
    const known = knownModelIn(name);
    if (!known) continue;
    const origin = l10n.t("the known size of {0}, which the model's name contains", known.name);
    return { value: known.value, origin, kind: 'assumed', source: 'known-model' };
  }
  return undefined;
}

function namesOf({ repositoryName, metadata, body }: PredictorInput): string[] {
  return [repositoryName, indexedName(metadata), titleOf(body)].filter((name) => name !== undefined);
}

function named({ value, text, experts }: NamedSize): Size {
  const note = l10n.t('Experts share layers, so the whole is somewhat smaller than the product.');
  return {
    value,
    origin: l10n.t('"{0}" in the model\'s name', text),
    kind: 'declared',
    source: 'model-name',
    ...(experts && { note }),
  };
}

function indexedName(metadata: Readonly<Record<string, unknown>>): string | undefined {
  const index: unknown = metadata['model-index'];
  const first: unknown = Array.isArray(index) ? index[0] : undefined;
  if (typeof first !== 'object' || first === null || !('name' in first)) return undefined;
  return typeof first.name === 'string' ? first.name : undefined;
}

function titleOf(body: string): string | undefined {
  return /^# ?([^\n]{1,200})/m.exec(body.slice(0, 5000))?.[1];
}

function cardText({ body }: PredictorInput): Size | undefined {
  const stated = sizeInText(body);
  if (!stated) return undefined;
  const note = l10n.t('The text names other sizes as well; the first one was taken.');
  return {
    value: stated.value,
    origin: l10n.t('"{0}" in the card\'s text', stated.text),
    kind: 'declared',
    source: 'card-text',
    ...(stated.others && { note }),
  };
}

function baseModel({ metadata, repository, hubBaseModel }: PredictorInput): Size | undefined {
  return sizeOfBase(baseModelOf(repository, metadata), hubBaseModel);
}

function ofAdapter(size: Size, own: number | undefined): Size {
  const note =
    own === undefined
      ? l10n.t('This is an adapter; the size is that of the base model it was trained on.')
      : l10n.t(
          'This is an adapter of {0} parameters; the size is that of the base model it was trained on.',
          grouped(own),
        );
  return { ...size, note };
}

function unknownBase(input: PredictorInput, own: number | undefined): string {
  const base = baseModelOf(input.repository, input.metadata);
  if (own === undefined) {
    return base === undefined
      ? l10n.t(
          "This repository holds an adapter, and it is not known which model it was trained on. State the base model's number of parameters.",
        )
      : l10n.t(
          "This repository holds an adapter, and it is not known how large its base model {0} is. State the base model's number of parameters.",
          base,
        );
  }
  const parameters = grouped(own);
  return base === undefined
    ? l10n.t(
        "This repository holds an adapter of {0} parameters, and it is not known which model it was trained on. State the base model's number of parameters.",
        parameters,
      )
    : l10n.t(
        "This repository holds an adapter of {0} parameters, and it is not known how large its base model {1} is. State the base model's number of parameters.",
        parameters,
        base,
      );
}

function unknownSize({ repository, unread }: PredictorInput): string {
  const broken = repository?.weights.find(({ problem }) => problem !== undefined)?.problem;
  const nowhere =
    unread === undefined
      ? l10n.t('There are no weights beside the card, and neither its text nor its name states a size.')
      : l10n.t('{0} Neither its text nor its name states a size.', unread);
  const why = broken ?? nowhere;
  return l10n.t("The model's size is not known. {0} State the number of parameters, such as 7B.", why);
}
