import * as l10n from '@vscode/l10n';
import { LICENSES } from '../../../schema/hub-lists';
import { nearestValue } from '../nearest-value';
import { oneOrMany, shown } from '../shapes';
import type { FieldCheck } from '../problem-report';

const oneLicense: FieldCheck = (value, path, report) => {
  if (typeof value === 'string' && Object.hasOwn(LICENSES, value)) return;
  if (value === null) {
    report.add(
      path,
      l10n.t('The licence is empty, and the Hub refuses the card. Name one, or remove the line.'),
    );
    return;
  }
  const meant = typeof value === 'string' ? nearestValue(value, LICENSES) : undefined;
  const message =
    meant === undefined
      ? l10n.t(
          '{0} is not a licence the Hub knows; for any other licence write `other`, with `license_name` and `license_link`.',
          shown(value),
        )
      : l10n.t('{0} is not a licence the Hub knows; did you mean `{1}`?', shown(value), meant);
  report.add(path, message, meant);
};

/**
 * One licence or a list of them, out of the Hub's list in its own spelling; the Hub refuses any other.
 * Source: https://huggingface.co/docs/hub/repositories-licenses.
 */
export const license = oneOrMany(oneLicense);
