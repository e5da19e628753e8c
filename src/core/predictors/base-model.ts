import * as l10n from '@vscode/l10n';
import type { HubFacts } from './hub-facts';
import type { Predictor } from './predictor';
import type { RepositoryFacts } from './repository-facts';
import { knownModelIn } from './size/known-models';
import { sizeInName } from './size/size-in-name';
import { isAdapter, modelSets } from './size/weight-sets';

/** An adapter without the model that it changes. */
export interface Adapter {
  /** Parameters of the adapter itself, where its header could be read. */
  readonly parameters: number | undefined;
}

/** Set where the card's folder holds an adapter (LoRA and its kin) and no model. */
export function adapterIn(
  repository: RepositoryFacts | undefined,
  metadata: Readonly<Record<string, unknown>>,
): Adapter | undefined {
  const files = repository?.weights.filter(isAdapter) ?? [];
  if (repository && modelSets(repository).length > 0) return undefined;
  if (files.length === 0 && !repository?.adapterConfig && metadata.library_name !== 'peft') return undefined;
  const counts = files.flatMap(({ tensors }) => tensors?.parameters ?? []);
  return { parameters: counts.length > 0 ? Math.max(...counts) : undefined };
}

/** The model that this one was made from, by the adapter's configuration or the card's `base_model`. */
export function baseModelOf(
  repository: RepositoryFacts | undefined,
  metadata: Readonly<Record<string, unknown>>,
): string | undefined {
  const listed: unknown = metadata.base_model;
  const declared: unknown = Array.isArray(listed) ? listed[0] : listed;
  const candidates = [repository?.adapterConfig?.base_model_name_or_path, declared];
  return candidates.find((name): name is string => typeof name === 'string' && name.trim() !== '')?.trim();
}

/** The size of the base model, from the Hub where it was asked, else from its name; always second-hand. */
export function sizeOfBase(
  base: string | undefined,
  hub: HubFacts | undefined,
): Predictor<number> | undefined {
  if (hub?.parameters !== undefined) {
    return {
      value: hub.parameters,
      origin: l10n.t('what the Hub says of the base model {0}', hub.repositoryName),
      kind: 'measured',
      source: 'hub-base-model',
    };
  }
  if (base === undefined) return undefined;
  const named = sizeInName(base);
  const known = named ? undefined : knownModelIn(base);
  const value = named?.value ?? known?.value;
  if (value === undefined) return undefined;
  const origin = known
    ? l10n.t('the known size of the base model {0}', base)
    : l10n.t('the name of the base model, {0}', base);
  return { value, origin, kind: 'assumed', source: 'base-model-name' };
}
