import { MODALITY_LABELS, PIPELINE_DATA, type PipelineType } from '@huggingface/tasks';
import type { GeneratedFile } from './generated-file';

/** Identifier of each task (`pipeline_tag`) to its name and modality as the Hub shows them. */
function tasks(): Record<string, { name: string; modality: string }> {
  const entries = Object.entries(PIPELINE_DATA) as [PipelineType, (typeof PIPELINE_DATA)[PipelineType]][];
  return Object.fromEntries(
    entries.map(([id, { name, modality }]) => [id, { name, modality: MODALITY_LABELS[modality] }]),
  );
}

export const tasksFile: GeneratedFile = {
  path: 'src/core/schema/data/tasks.json',
  content: tasks,
};
