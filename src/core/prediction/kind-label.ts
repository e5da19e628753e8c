import * as l10n from '@vscode/l10n';
import type { PanelField } from './panel-state';

/** How far a value is to be trusted, in one word for people. */
export function kindLabel(kind: PanelField['kind']): string {
  switch (kind) {
    case 'measured':
      return l10n.t('measured');
    case 'declared':
      return l10n.t('declared');
    case 'assumed':
      return l10n.t('assumed');
    case 'missing':
      return l10n.t('missing');
  }
}
