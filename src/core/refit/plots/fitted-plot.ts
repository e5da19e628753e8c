import * as l10n from '@vscode/l10n';
import type { DesignMatrix } from '../../glm/design-matrix';
import type { GlmFit } from '../../glm/fit';
import { axes, BOX, dot, HEIGHT, lineWithin, WIDTH } from './frame';
import { caption, type Plot } from './plot';
import { extentOf, gramTicks, linearScale } from './scale';
import { element, figure } from './svg';
import { thin, thinningNote } from './thinning';
import { grouped } from '../../quantity/grouped';

/** What the plot is drawn from: every used row, with the rows that the reported fit has. */
export interface FittedData {
  readonly fit: GlmFit;
  /** The design of all used rows; it holds the columns of the fit and perhaps others. */
  readonly design: DesignMatrix;
  /** ln grams. */
  readonly response: Float64Array;
  /** Ids of the design's rows. */
  readonly ids: Uint32Array;
  /** Ids of the rows in the fit. */
  readonly kept: readonly number[];
}

/** Observed against fitted emissions, both on logarithmic axes; removed rows are open crosses. */
export function drawFittedPlot({ fit, design, response, ids, kept }: FittedData): Plot {
  const title = l10n.t('Observed against fitted');
  const fitted = fittedValues(fit, design);
  const inFit = new Set(kept);
  const removed = (place: number): boolean => !inFit.has(ids[place] ?? -1);
  const thinned = thin(ids.length);
  const x = linearScale(extentOf(fitted), [BOX.left, BOX.right], gramTicks(extentOf(fitted)));
  const y = linearScale(extentOf(response), [BOX.bottom, BOX.top], gramTicks(extentOf(response)));
  const gone = ids.length - kept.length;
  const description = l10n.t('On the line, the model’s median is what was reported.');
  return {
    title,
    caption: caption(description, crosses(gone), thinningNote(thinned)),
    svg: figure(
      { title, description },
      WIDTH,
      HEIGHT,
      axes(BOX, x, y, { x: l10n.t('fitted emissions'), y: l10n.t('reported emissions') }),
      ...thinned.places.map((place) => {
        const at = { x: x(fitted[place] ?? NaN), y: y(response[place] ?? NaN) };
        return removed(place) ? cross(at.x, at.y) : dot(at.x, at.y, 'dot');
      }),
      lineWithin(BOX, x, y, 1, 0),
    ),
  };
}

function cross(x: number, y: number): string {
  const [left, right, top, bottom] = [x - 3, x + 3, y - 3, y + 3].map((value) => value.toFixed(1));
  return element('path', {
    class: 'out',
    d: `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`,
  });
}

function fittedValues(fit: GlmFit, design: DesignMatrix): Float64Array {
  const fitted = new Float64Array(design.rows);
  fit.columns.forEach((column, j) => {
    const from = design.columns.indexOf(column) * design.rows;
    const coefficient = fit.params[j] ?? NaN;
    for (let i = 0; i < fitted.length; i++) {
      fitted[i] = (fitted[i] ?? 0) + coefficient * (design.values[from + i] ?? NaN);
    }
  });
  return fitted;
}

function crosses(gone: number): string {
  if (gone === 0) return '';
  return gone === 1
    ? l10n.t('The cross is the row that was removed as influential.')
    : l10n.t('Crosses are the {0} rows that were removed as influential.', grouped(gone));
}
