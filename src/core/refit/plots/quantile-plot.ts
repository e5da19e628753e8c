import * as l10n from '@vscode/l10n';
import type { QuantilePlot } from '../../glm/quantile-plot';
import { axes, BOX, dot, HEIGHT, lineWithin, WIDTH } from './frame';
import { caption, type Plot } from './plot';
import { extentOf, linearScale } from './scale';
import { figure } from './svg';
import { thin, thinningNote } from './thinning';

/** How many points of either tail are always drawn: the tails are what a Q-Q plot is looked at for. */
const TAIL = 150;

/** A normal quantile plot of residuals, with the least squares line through it. */
export function drawQuantilePlot(title: string, unit: string, plot: QuantilePlot): Plot {
  const { theoretical, ordered, slope, intercept, r } = plot;
  const total = ordered.length;
  const thinned = thin(total, (place) => place < TAIL || place >= total - TAIL);
  const x = linearScale(extentOf(theoretical), [BOX.left, BOX.right]);
  const y = linearScale(extentOf(ordered), [BOX.bottom, BOX.top]);
  const description = l10n.t('Correlation with the line: {0}.', r.toFixed(4));
  return {
    title,
    caption: caption(
      l10n.t('On the line, residuals are normally distributed.'),
      description,
      thinningNote(thinned),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      HEIGHT,
      axes(BOX, x, y, { x: l10n.t('normal quantile'), y: l10n.t('residual, {0}', unit) }),
      lineWithin(BOX, x, y, slope, intercept),
      ...thinned.places.map((place) => dot(x(theoretical[place] ?? NaN), y(ordered[place] ?? NaN), 'dot')),
    ),
  };
}
