import * as l10n from '@vscode/l10n';
import type { Rule } from './rule';

export const emissionsZero = {
  id: 'emissions-zero',
  defaultSeverity: 'information',
  summary: 'Exactly 0',
  *check({ card }) {
    const amount = card.emissions?.amount;
    if (amount?.value !== 0) return;
    yield {
      range: amount.range,
      message: l10n.t(
        'This says that training emitted nothing. If it is only unknown, leave the number out; if nothing was trained, say so in `source`.',
      ),
    };
  },
} satisfies Rule<'emissions-zero'>;
