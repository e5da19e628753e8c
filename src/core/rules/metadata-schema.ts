import type { Finding, Rule } from './rule';
import { checkMetadata } from './metadata-schema/check-metadata';

export const metadataSchema = {
  id: 'metadata-schema',
  defaultSeverity: 'warning',
  summary: 'The rest of the metadata against the Hub’s specification',
  *check({ card: { metadata, kind } }): Generator<Finding> {
    if (metadata === undefined || metadata.problem !== undefined || kind !== 'model') return;
    for (const { message, range, suggestion } of checkMetadata(metadata)) {
      yield {
        range,
        message,
        ...(suggestion && {
          fixes: [
            {
              title: suggestion.title,
              edits: [{ range: suggestion.range, newText: suggestion.newText }],
              safe: false,
            },
          ],
        }),
      };
    }
  },
} satisfies Rule<'metadata-schema'>;
