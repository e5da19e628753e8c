import { MODEL_LIBRARIES_UI_ELEMENTS } from '@huggingface/tasks';
import type { GeneratedFile } from './generated-file';

/** Identifier (`library_name`) to label of each library that the Hub has code snippets for. */
function libraries(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(MODEL_LIBRARIES_UI_ELEMENTS).map(([id, { prettyLabel }]) => [id, prettyLabel]),
  );
}

export const librariesFile: GeneratedFile = {
  path: 'src/core/schema/data/libraries.json',
  content: libraries,
};
