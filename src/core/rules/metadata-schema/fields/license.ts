import { LICENSES } from '../../../schema/hub-lists';
import { nearestValue } from '../nearest-value';
import { oneOrMany, shown } from '../shapes';
import type { FieldCheck } from '../problem-report';

const OWN_LICENSE = 'for any other licence write `other`, with `license_name` and `license_link`';

const oneLicense: FieldCheck = (value, path, report) => {
  if (typeof value === 'string' && Object.hasOwn(LICENSES, value)) return;
  if (value === null) {
    report.add(path, 'The licence is empty, and the Hub refuses the card. Name one, or remove the line.');
    return;
  }
  const meant = typeof value === 'string' ? nearestValue(value, LICENSES) : undefined;
  const advice = meant ? `did you mean \`${meant}\`?` : `${OWN_LICENSE}.`;
  report.add(path, `${shown(value)} is not a licence the Hub knows; ${advice}`, meant);
};

/**
 * One licence or a list of them, out of the Hub's list in its own spelling; the Hub refuses any other.
 * Source: https://huggingface.co/docs/hub/repositories-licenses.
 */
export const license = oneOrMany(oneLicense);
