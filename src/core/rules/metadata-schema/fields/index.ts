import type { FieldCheck } from '../problem-report';
import { oneOrMany, optional, text } from '../shapes';
import { baseModel, buckets, datasets, metrics, newVersion } from './identifiers';
import { language } from './language';
import { license } from './license';
import { modelIndex } from './model-index';
import { baseModelRelation, libraryName, pipelineTag } from './vocabulary';

/**
 * The check of each key that the Hub's specification describes. Any further key is welcome, and
 * `co2_eq_emissions` has rules of its own.
 */
export const FIELD_CHECKS: ReadonlyMap<string, FieldCheck> = new Map([
  ['license', license],
  ['license_name', optional(text)],
  ['license_link', optional(text)],
  ['language', language],
  ['library_name', optional(libraryName)],
  ['pipeline_tag', optional(pipelineTag)],
  ['tags', optional(oneOrMany(text))],
  ['datasets', datasets],
  ['buckets', buckets],
  ['metrics', metrics],
  ['base_model', baseModel],
  ['base_model_relation', optional(baseModelRelation)],
  ['new_version', newVersion],
  ['thumbnail', optional(text)],
  ['model_name', optional(text)],
  ['extra_gated_heading', optional(text)],
  ['extra_gated_prompt', optional(text)],
  ['extra_gated_button_content', optional(text)],
  ['model-index', optional(modelIndex)],
]);
