import * as l10n from '@vscode/l10n';
import { INTERCEPT } from '../../glm/design-matrix';
import type { CollinearityStep } from '../../glm/collinearity';
import { text } from './frame';
import { caption, type Plot } from './plot';
import { linearScale, roundTicks } from './scale';
import { element, figure } from './svg';

const WIDTH = 520;
const LEFT = 190;
const RIGHT = WIDTH - 110;
const ROW = 30;
const TOP = 26;

/** Variance inflation factors of each column before and after the removal, with the threshold. */
export function drawInflationPlot(steps: readonly CollinearityStep[], threshold: number): Plot | null {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = l10n.t('Variance inflation factors');
  const columns = Object.keys(first.vif).filter((column) => column !== INTERCEPT);
  const largest = Math.max(threshold, ...columns.map((column) => finite(first.vif[column])));
  const domain: [number, number] = [1, largest * 1.05];
  const x = linearScale(domain, [LEFT, RIGHT], [{ value: 1, label: '1' }, ...roundTicks(domain)]);
  const height = TOP + ROW * columns.length + 40;
  const bottom = TOP + ROW * columns.length;
  const removed = steps.flatMap((step) => (step.removed === null ? [] : [step.removed]));
  const description =
    removed.length === 0
      ? l10n.t('None exceeds {0}.', threshold)
      : l10n.t('Removed for exceeding {0}: {1}.', threshold, removed.join(', '));
  return {
    title,
    caption: caption(
      description,
      removed.length === 0 ? '' : l10n.t('Upper bars are before the removal, lower ones after.'),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      height,
      ...x.ticks.map(({ value, label }) =>
        [
          element('line', { class: 'grid', x1: x(value), x2: x(value), y1: TOP, y2: bottom }),
          text(x(value), bottom + 18, label, { 'text-anchor': 'middle' }),
        ].join(''),
      ),
      ...columns.map((column, at) => bars(column, at, first.vif[column], last.vif[column], x)),
      element('line', { class: 'limit', x1: x(threshold), x2: x(threshold), y1: TOP - 6, y2: bottom }),
      text(x(threshold), TOP - 10, l10n.t('threshold {0}', threshold), {
        'text-anchor': 'middle',
        class: 'limit-text',
      }),
    ),
  };
}

function bars(
  column: string,
  at: number,
  before: number | undefined,
  after: number | undefined,
  x: (value: number) => number,
): string {
  const top = TOP + ROW * at;
  const width = (value: number | undefined): number => Math.max(1.5, x(finite(value)) - LEFT);
  return [
    text(LEFT - 10, top + 19, column, { 'text-anchor': 'end', class: 'name' }),
    element('rect', { class: 'bar-before', x: LEFT, y: top + 5, width: width(before), height: 9 }),
    after === undefined
      ? ''
      : element('rect', { class: 'bar', x: LEFT, y: top + 15, width: width(after), height: 9 }),
    text(LEFT + Math.max(width(before), width(after ?? 1)) + 8, top + 19, change(before, after)),
  ].join('');
}

/** An infinite factor is drawn as a bar that runs out of the plot. */
function finite(value: number | undefined): number {
  return value === undefined ? 1 : Math.min(value, 1000);
}

function change(before: number | undefined, after: number | undefined): string {
  const [from, to] = [before, after].map((value) => value?.toFixed(2));
  if (to === undefined) return l10n.t('{0}, removed', from ?? '');
  return from === to || from === undefined ? to : `${from} → ${to}`;
}
