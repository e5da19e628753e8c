import * as l10n from '@vscode/l10n';
import { type LogAxis, positionOn } from '../../core/prediction/panel-axis';
import type { PanelAmount, PanelAmounts } from '../../core/prediction/panel-state';
import { element, paragraphs, section, shape, type View } from '../element';

const TRACK_HEIGHT = 18;

/** The prediction, the declared value and the physical estimate on one logarithmic axis. */
export function amountsView(): View<PanelAmounts> {
  const list = element('ul', { class: 'amounts' });
  const scale = element('div');
  const verdicts = element('div');
  const root = section('amounts', l10n.t('Side by side'), list, scale, verdicts);
  return {
    element: root,
    update({ axis, rows, verdicts: sentences }) {
      root.hidden = rows.length === 0;
      list.replaceChildren(...rows.map((amount) => amountRow(amount, axis)));
      scale.replaceChildren(axisLabels(axis));
      verdicts.replaceChildren(...paragraphs(sentences));
    },
  };
}

function amountRow(amount: PanelAmount, axis: LogAxis): HTMLElement {
  const label = element('span', { class: 'amount-label' }, amount.label);
  const text = element('span', { class: 'amount-text' }, amount.text);
  const words = element('div', { class: 'amount-words' }, label, text);
  return element('li', { class: `amount ${amount.kind}` }, words, amountTrack(amount, axis));
}

function amountTrack({ kind, low, high, point }: PanelAmount, axis: LogAxis): SVGElement {
  const track = drawing(TRACK_HEIGHT, axis);
  if (low !== undefined && high !== undefined) track.append(bar(axis, low, high, 4, TRACK_HEIGHT - 8));
  if (point !== undefined) track.append(mark(kind, percent(axis, point)));
  return track;
}

/** A drawing as wide as its place, with the axis's lines in it; what it says stands beside it in words. */
export function drawing(height: number, axis: LogAxis): SVGElement {
  const lines = axis.ticks.map(({ grams }) => {
    const x = percent(axis, grams);
    return shape('line', { class: 'grid', x1: x, x2: x, y1: 0, y2: height });
  });
  return shape('svg', { class: 'track', height, 'aria-hidden': 'true', focusable: 'false' }, ...lines);
}

/** A bar between two amounts, however close. */
export function bar(axis: LogAxis, from: number, to: number, y: number, height: number): SVGElement {
  const [left, right] = [positionOn(axis, Math.min(from, to)), positionOn(axis, Math.max(from, to))];
  const width = `${Math.max(0.4, (right - left) * 100)}%`;
  return shape('rect', { class: 'bar', x: `${left * 100}%`, y, width, height, rx: 1 });
}

/** Estimates are round, what the card declares has corners: colour is not the only difference. */
function mark(kind: PanelAmount['kind'], x: string): SVGElement {
  const isEstimate = kind === 'predicted' || kind === 'physical';
  const form = isEstimate ? shape('circle', { r: 5 }) : shape('path', { d: 'M0 -6 L6 0 L0 6 L-6 0 Z' });
  form.classList.add('point');
  // An inner drawing takes a place in percent, which a transformation does not.
  return shape('svg', { x, y: TRACK_HEIGHT / 2 }, form);
}

/** The labelled powers of ten below a chart. */
export function axisLabels(axis: LogAxis): SVGElement {
  const labels = axis.ticks.map(({ grams, label }) => {
    const position = positionOn(axis, grams);
    const anchor = position < 0.02 ? 'start' : position > 0.98 ? 'end' : 'middle';
    return shape('text', { x: percent(axis, grams), y: 12, 'text-anchor': anchor }, label);
  });
  return shape(
    'svg',
    { class: 'axis-labels', height: 16, 'aria-hidden': 'true', focusable: 'false' },
    ...labels,
  );
}

function percent(axis: LogAxis, grams: number): string {
  return `${positionOn(axis, grams) * 100}%`;
}
