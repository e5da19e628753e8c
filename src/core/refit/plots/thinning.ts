import * as l10n from '@vscode/l10n';
import { grouped } from '../../quantity/grouped';

/** A page with more points than this scrolls badly, and no eye can tell them apart. */
export const MOST_POINTS = 2500;

/** Some of many points, and how many there are. */
export interface Thinned {
  /** Places of the points to draw, ascending. */
  readonly places: readonly number[];
  readonly total: number;
}

/**
 * Chooses points to draw: all where they are few, else every k-th and those that must not be missed. Where there are
 * too many of these as well, they are thinned the same way, and the first of them stays.
 *
 * @param needed points that are drawn in any case, say because they are extreme
 */
export function thin(total: number, needed: (place: number) => boolean = () => false): Thinned {
  const step = stepFor(total);
  let most = 0;
  for (let place = 0; place < total; place++) if (needed(place)) most++;
  const neededStep = stepFor(most);
  const places: number[] = [];
  let seen = 0;
  for (let place = 0; place < total; place++) {
    const isNeeded = needed(place) && seen++ % neededStep === 0;
    if (place % step === 0 || isNeeded) places.push(place);
  }
  return { places, total };
}

function stepFor(count: number): number {
  return Math.max(1, Math.ceil(count / MOST_POINTS));
}

/** What a caption says of points that were left out; nothing where none were. */
export function thinningNote({ places, total }: Thinned): string {
  if (places.length === total) return '';
  return l10n.t('Drawn are {0} of {1} points.', grouped(places.length), grouped(total));
}
