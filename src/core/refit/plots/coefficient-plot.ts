import * as l10n from '@vscode/l10n';
import { INTERCEPT } from '../../glm/design-matrix';
import type { GlmFit } from '../../glm/fit';
import type { EmissionsModel } from '../../glm/model-file';
import { text } from './frame';
import { caption, type Plot } from './plot';
import { extentOf, linearScale, type Scale } from './scale';
import { element, figure } from './svg';

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 540;
const ROW = 34;
const TOP = 12;

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Coefficients with their 95 % intervals, beside those of another model, usually the paper's. */
export function drawCoefficientPlot(fit: GlmFit, other: EmissionsModel): Plot {
  const title = l10n.t('Coefficients with their 95 % intervals');
  const rows = fit.columns
    .map((name, j) => ({ name, ours: intervalAt(fit, j), theirs: intervalOf(other, name) }))
    // Its size depends on the offset of the logarithms; on this axis it would only push the others together.
    .filter(({ name }) => name !== INTERCEPT);
  const ends = rows.flatMap(({ ours, theirs }) => [ours, ...(theirs === null ? [] : [theirs])]);
  const x = linearScale(extentOf([0, ...ends.flatMap(({ low, high }) => [low, high])]), [LEFT, RIGHT]);
  const bottom = TOP + ROW * rows.length;
  const description = l10n.t('Below each, the paper’s Table 2.');
  return {
    title,
    caption: caption(
      description,
      l10n.t(
        'The intercept is left out. Grams are multiplied by the exponential of a coefficient for each unit of its term.',
      ),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      bottom + 30,
      ...x.ticks.map(({ value, label }) =>
        [
          element('line', {
            class: value === 0 ? 'axis' : 'grid',
            x1: x(value),
            x2: x(value),
            y1: TOP,
            y2: bottom,
          }),
          text(x(value), bottom + 18, label, { 'text-anchor': 'middle' }),
        ].join(''),
      ),
      ...rows.map(({ name, ours, theirs }, at) => {
        const top = TOP + ROW * at;
        return [
          text(LEFT - 10, top + 20, name, { 'text-anchor': 'end', class: 'name' }),
          whisker(ours, x, top + 12, 'interval', 'value-dot'),
          theirs === null ? '' : whisker(theirs, x, top + 23, 'paper', 'paper-dot'),
          text(
            RIGHT + 14,
            top + 20,
            `${figureOf(ours.value)}  [${figureOf(ours.low)}, ${figureOf(ours.high)}]`,
          ),
        ].join('');
      }),
    ),
  };
}

function whisker({ value, low, high }: Interval, x: Scale, y: number, line: string, mark: string): string {
  return (
    element('line', { class: line, x1: x(low), x2: x(high), y1: y, y2: y }) +
    element('circle', { class: mark, cx: x(value), cy: y, r: 4 })
  );
}

function intervalAt(fit: GlmFit, j: number): Interval {
  return { value: fit.params[j] ?? NaN, low: fit.ciLow[j] ?? NaN, high: fit.ciHigh[j] ?? NaN };
}

function intervalOf(model: EmissionsModel, name: string): Interval | null {
  const term = model.terms.find((candidate) => candidate.name === name);
  if (term === undefined || term.interval === null) return null;
  const [low, high] = term.interval;
  return { value: term.coefficient, low, high };
}

/** Four decimals, as Table 2 prints coefficients. */
function figureOf(value: number): string {
  return value.toFixed(Math.abs(value) < 0.1 ? 4 : 3).replace('-', '−');
}
