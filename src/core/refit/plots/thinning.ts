import * as l10n from '@vscode/l10n';

/** A page with more points than this scrolls badly, and no eye can tell them apart. */
export const MOST_POINTS = 2500;

/** Some of many points, and how many there are. */
export interface Thinned {
  /** Places of the points to draw, ascending. */
  readonly places: readonly number[];
  readonly total: number;
}

/**
 * Chooses points to draw: all where they are few, else every k-th and all of those that must not be missed.
 *
 * @param needed points that are always drawn, say because they are extreme
 */
export function thin(total: number, needed: (place: number) => boolean = () => false): Thinned {
  const step = Math.max(1, Math.ceil(total / MOST_POINTS));
  const places: number[] = [];
  for (let place = 0; place < total; place++) {
    if (place % step === 0 || needed(place)) places.push(place);
  }
  return { places, total };
}

/** What a caption says of points that were left out; nothing where none were. */
export function thinningNote({ places, total }: Thinned): string {
  if (places.length === total) return '';
  return l10n.t(
    'Drawn are {0} of {1} points.',
    places.length.toLocaleString('en'),
    total.toLocaleString('en'),
  );
}
