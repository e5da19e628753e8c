/** What cleaning reads of a record. The names are those that `--map column=name` takes. */
export const FIELDS = [
  'model_id',
  'co2_eq_emissions',
  'card_text',
  'parameters',
  'likes',
  'commits',
  'created_at',
  'last_modified',
  'pipeline_tag',
  'org_type',
  'size',
  'downloads',
  'domain',
] as const;

export type Field = (typeof FIELDS)[number];

/** Whether a name is one of {@link FIELDS}. */
export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

/** The place of a field in {@link FIELDS}; readers keep a record's cells by it. */
export const SLOT: Readonly<Record<Field, number>> = {
  model_id: 0,
  co2_eq_emissions: 1,
  card_text: 2,
  parameters: 3,
  likes: 4,
  commits: 5,
  created_at: 6,
  last_modified: 7,
  pipeline_tag: 8,
  org_type: 9,
  size: 10,
  downloads: 11,
  domain: 12,
};

/**
 * The names under which real exports carry each field, the most specific first. A dot descends into a struct, or
 * into a cell that holds JSON.
 *
 * Sources: the Hub API's ModelInfo (`modelId`, `createdAt`, `lastModified`, `cardData`, `safetensors.total`,
 * `gguf.total`), `librarian-bots/model_cards_with_metadata` (`card`), huggingface_hub's Python names (`card_data`).
 */
export const KNOWN_COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  model_id: ['model_id', 'modelId', 'id', 'repo_id', 'model_name', 'model', 'name'],
  co2_eq_emissions: [
    'co2_eq_emissions',
    'cardData.co2_eq_emissions',
    'card_data.co2_eq_emissions',
    'cardData.co2_eq_emissions.emissions',
    'emissions',
  ],
  card_text: ['card_text', 'card', 'readme', 'model_card', 'README.md'],
  parameters: [
    'parameters',
    'num_parameters',
    'params',
    'safetensors.total',
    'safetensors_total',
    'gguf.total',
  ],
  likes: ['likes', 'num_likes'],
  commits: ['commits', 'commits_to_date', 'num_commits', 'total_commits'],
  created_at: ['created_at', 'createdAt', 'created'],
  last_modified: ['last_modified', 'lastModified'],
  pipeline_tag: ['pipeline_tag', 'pipelineTag', 'task'],
  org_type: ['org_type', 'organization_type', 'organisation_type'],
  size: ['size'],
  downloads: ['downloads'],
  domain: ['domain'],
};
