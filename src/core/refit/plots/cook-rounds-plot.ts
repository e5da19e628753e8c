import * as l10n from '@vscode/l10n';
import type { LoopRound } from '../../glm/influence-loop';
import { axes, BOX, dot, HEIGHT, text, WIDTH } from './frame';
import { caption, type Plot } from './plot';
import { linearScale, powerTicks, type Tick } from './scale';
import { element, figure } from './svg';
import { grouped } from '../../quantity/grouped';

/** More marks than these on the axis of rounds, and they touch. */
const MOST_MARKS = 16;

/** The largest Cook's distance of each round of removal beside the threshold of that round, with the rows removed. */
export function drawCookRoundsPlot(rounds: readonly LoopRound[], numerator: number): Plot | null {
  const last = rounds.at(-1);
  if (last === undefined) return null;
  const title = l10n.t("Cook's distance by round");
  const levels = rounds.flatMap(({ threshold, maxCook }) => [threshold, Math.max(maxCook, threshold / 10)]);
  const domain: [number, number] = [Math.log10(Math.min(...levels) / 2), Math.log10(Math.max(...levels) * 4)];
  const ends: [number, number] = [0.5, rounds.length + 0.5];
  const x = linearScale(ends, [BOX.left, BOX.right], roundMarks(rounds.length));
  const y = linearScale(domain, [BOX.bottom, BOX.top], powerTicks(domain));
  const height = (distance: number): number => y(Math.max(domain[0], Math.log10(distance)));
  const removed = rounds.reduce((sum, round) => sum + round.removed.length, 0);
  const description = describeRounds(removed, rounds.length, last.removed.length);
  const line = rounds.map(({ check, threshold }) => `${x(check).toFixed(1)},${height(threshold).toFixed(1)}`);
  return {
    title,
    caption: caption(
      description,
      l10n.t(
        'Dots are the largest distance of a fit, numbers the rows above {0}/n, which then go.',
        numerator,
      ),
    ),
    svg: figure(
      { title, description },
      WIDTH,
      HEIGHT,
      axes(BOX, x, y, { x: l10n.t('fit'), y: l10n.t("largest Cook's distance") }),
      element('polyline', { class: 'limit', fill: 'none', points: line.join(' ') }),
      ...rounds.map(({ check, maxCook, removed: gone }) => {
        const over = gone.length > 0;
        const label = rounds.length > MOST_MARKS || !over ? '' : `−${grouped(gone.length)}`;
        return (
          dot(x(check), height(maxCook), over ? 'over' : 'value-dot', 4) +
          text(x(check), height(maxCook) - 9, label, { 'text-anchor': 'middle', class: 'name' })
        );
      }),
      text(BOX.right - 4, height(last.threshold) + 16, `${numerator}/n`, {
        'text-anchor': 'end',
        class: 'limit-text',
      }),
    ),
  };
}

function describeRounds(removed: number, fits: number, removedLast: number): string {
  if (removed === 1)
    return removedLast === 0
      ? l10n.t('1 row was removed in {0} fits, the last of which removed none.', fits)
      : l10n.t('1 row was removed in the last fit.');
  const rows = grouped(removed);
  return removedLast === 0
    ? l10n.t('{0} rows were removed in {1} fits, the last of which removed none.', rows, fits)
    : l10n.t('{rows} rows were removed in {fits} fits, the last of which removed {last}.', {
        rows,
        fits,
        last: grouped(removedLast),
      });
}

/** A mark at each round, or at every k-th of many. */
function roundMarks(rounds: number): Tick[] {
  const step = Math.ceil(rounds / MOST_MARKS);
  return Array.from({ length: Math.ceil(rounds / step) }, (_, at) => 1 + at * step).map((value) => ({
    value,
    label: String(value),
  }));
}
