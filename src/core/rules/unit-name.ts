import * as l10n from '@vscode/l10n';
import type { MassUnit } from '../quantity/unit';

/** The name of a unit in a message: "1.71 looks like kilograms", "1.71 is in kilograms". */
export function unitName(unit: MassUnit): string {
  switch (unit) {
    case 'ug':
      return l10n.t('micrograms');
    case 'mg':
      return l10n.t('milligrams');
    case 'g':
      return l10n.t('grams');
    case 'kg':
      return l10n.t('kilograms');
    case 't':
      return l10n.t('tonnes');
    case 'kt':
      return l10n.t('kilotonnes');
    case 'Mt':
      return l10n.t('megatonnes');
    case 'lb':
      return l10n.t('pounds');
    case 'oz':
      return l10n.t('ounces');
    case 'short-ton':
      return l10n.t('short tons');
    case 'long-ton':
      return l10n.t('long tons');
  }
}
