import * as l10n from '@vscode/l10n';
import type { Rule } from './rule';

export const yamlSyntax = {
  id: 'yaml-syntax',
  defaultSeverity: 'error',
  summary: 'Front matter that the Hub refuses to parse',
  *check({ card }) {
    const problem = card.metadata?.problem;
    // While the block is open, what follows the typing position is no YAML yet: `front-matter` says so.
    if (problem === undefined || card.frontMatter?.state !== 'closed') return;
    yield {
      range: problem.range,
      message: l10n.t(
        'The Hub cannot read this metadata and shows an error on the card: {0}.',
        problem.message,
      ),
    };
  },
} satisfies Rule<'yaml-syntax'>;
