import * as l10n from '@vscode/l10n';
import type { InfluenceDetail } from '../../glm/pipeline';
import { axes, BOX, dot, HEIGHT, text, WIDTH } from './frame';
import { caption, type Plot } from './plot';
import { extentOf, linearScale, powerTicks } from './scale';
import { element, figure } from './svg';
import { thin, thinningNote } from './thinning';
import { grouped } from '../../quantity/grouped';

/** Rows below this share of the threshold sway nothing, and are left out of the picture. */
const LEAST_SHARE = 0.01;

/** Cook's distance of each row on a logarithmic axis, with the threshold. */
export function drawCookPlot(title: string, influence: InfluenceDetail, numerator: number): Plot {
  const { rows, cooksDistance, threshold } = influence;
  const floor = threshold * LEAST_SHARE;
  const over = (place: number): boolean => (cooksDistance[place] ?? 0) > threshold;
  const visible = rows.map((_, place) => place).filter((place) => (cooksDistance[place] ?? 0) >= floor);
  const thinned = thin(visible.length, (at) => over(visible[at] ?? 0));
  const most = cooksDistance.reduce((largest, distance) => Math.max(largest, distance), threshold);
  const domain: [number, number] = [Math.log10(floor), Math.log10(most * 1.4)];
  const x = linearScale(extentOf(rows, 0.02), [BOX.left, BOX.right]);
  const y = linearScale(domain, [BOX.bottom, BOX.top], powerTicks(domain));
  const exceeding = rows.filter((_, place) => over(place)).length;
  const figures = {
    exceeding: grouped(exceeding),
    rows: grouped(rows.length),
    numerator,
    threshold: threshold.toPrecision(3),
  };
  const description =
    exceeding === 1
      ? l10n.t('1 of {rows} rows exceeds {numerator}/n = {threshold}.', figures)
      : l10n.t('{exceeding} of {rows} rows exceed {numerator}/n = {threshold}.', figures);
  const limit = y(Math.log10(threshold));
  return {
    title,
    caption: caption(
      description,
      l10n.t('Rows below a hundredth of it are not shown.'),
      thinningNote(thinned),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      HEIGHT,
      axes(BOX, x, y, { x: l10n.t('row of the export'), y: l10n.t("Cook's distance") }),
      ...thinned.places.map((at) => {
        const place = visible[at] ?? 0;
        const height = y(Math.log10(cooksDistance[place] ?? NaN));
        return dot(x(rows[place] ?? NaN), height, over(place) ? 'over' : 'dot');
      }),
      element('line', { class: 'limit', x1: BOX.left, x2: BOX.right, y1: limit, y2: limit }),
      text(BOX.right - 4, limit - 6, `${numerator}/n`, { 'text-anchor': 'end', class: 'limit-text' }),
    ),
  };
}
