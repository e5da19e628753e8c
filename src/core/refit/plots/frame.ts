import type { Scale } from './scale';
import { element, escapeText } from './svg';

/** The inside of a plot, in pixels of its viewBox. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width and height of a plot of points, and the box for its points. */
export const WIDTH = 520;
export const HEIGHT = 340;
export const BOX: Box = { left: 64, right: WIDTH - 16, top: 14, bottom: HEIGHT - 46 };

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

/** Grid, marks and names of both axes. */
export function axes(box: Box, x: Scale, y: Scale, names: AxisNames): string {
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.top + box.bottom) / 2;
  return [
    ...x.ticks.map(({ value, label }) =>
      [
        element('line', { class: 'grid', x1: x(value), x2: x(value), y1: box.top, y2: box.bottom }),
        text(x(value), box.bottom + 18, label, { 'text-anchor': 'middle' }),
      ].join(''),
    ),
    ...y.ticks.map(({ value, label }) =>
      [
        element('line', { class: 'grid', x1: box.left, x2: box.right, y1: y(value), y2: y(value) }),
        text(box.left - 8, y(value) + 4, label, { 'text-anchor': 'end' }),
      ].join(''),
    ),
    element('line', { class: 'axis', x1: box.left, x2: box.right, y1: box.bottom, y2: box.bottom }),
    text(middleX, box.bottom + 38, names.x, { 'text-anchor': 'middle' }),
    text(14, middleY, names.y, {
      'text-anchor': 'middle',
      transform: `rotate(-90 14 ${Math.round(middleY)})`,
    }),
  ].join('');
}

/** A line of text. */
export function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return element('text', { x, y, ...attributes }, escapeText(words));
}

/** A dot. */
export function dot(x: number, y: number, className: string, radius = 2.4): string {
  return element('circle', { class: className, cx: x, cy: y, r: radius });
}

/** A straight line within the box, cut where it leaves it. */
export function lineWithin(box: Box, x: Scale, y: Scale, slope: number, intercept: number): string {
  const height = (at: number): number => y(intercept + slope * at);
  const [start, end] = [inverse(x, box.left), inverse(x, box.right)];
  const ends = [start, end].map((at) => {
    const level = Math.min(box.bottom, Math.max(box.top, height(at)));
    if (level === height(at) || slope === 0) return { x: x(at), y: level };
    return { x: x((inverse(y, level) - intercept) / slope), y: level };
  });
  const [from, to] = ends;
  if (from === undefined || to === undefined) return '';
  return element('line', { class: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

/** The value at a pixel of a linear scale. */
function inverse(scale: Scale, pixel: number): number {
  const at0 = scale(0);
  return (pixel - at0) / (scale(1) - at0);
}
