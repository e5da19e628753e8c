import * as l10n from '@vscode/l10n';
import type { CalibrationGroup } from '../cross-validation';
import { axes, BOX, HEIGHT, lineWithin, WIDTH } from './frame';
import { caption, type Plot } from './plot';
import { extentOf, gramTicks, linearScale } from './scale';
import { element, figure } from './svg';
import { grouped } from '../../quantity/grouped';

/**
 * Calibration: rows in groups by their held-out prediction, and what rows of each group reported. On the line, the
 * median of a group's reports is the median that was predicted for it.
 */
export function drawCalibrationPlot(groups: readonly CalibrationGroup[]): Plot | null {
  if (groups.length === 0) return null;
  const title = l10n.t('Calibration');
  const ends = extentOf(groups.flatMap(({ predicted, low, high }) => [predicted, low, high]));
  const ticks = gramTicks(ends);
  const x = linearScale(ends, [BOX.left, BOX.right], ticks);
  const y = linearScale(ends, [BOX.bottom, BOX.top], ticks);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  const description = l10n.t(
    '{0} rows in {1} groups by their prediction, each by a fit that has not seen them.',
    grouped(rows),
    groups.length,
  );
  return {
    title,
    caption: caption(
      description,
      l10n.t(
        'Dots are medians, bars hold the middle half of what a group reported. On the line, predictions are right on average.',
      ),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      HEIGHT,
      axes(BOX, x, y, { x: l10n.t('predicted emissions'), y: l10n.t('reported emissions') }),
      lineWithin(BOX, x, y, 1, 0),
      ...groups.map(({ predicted, low, median, high }) =>
        [
          element('line', { class: 'interval', x1: x(predicted), x2: x(predicted), y1: y(low), y2: y(high) }),
          element('circle', { class: 'value-dot', cx: x(predicted), cy: y(median), r: 4 }),
        ].join(''),
      ),
    ),
  };
}
