import { type GridIntensity, gridIntensity } from '../physical/grid';
import type { LogNormal } from './log-normal';
import { WORLD_INTENSITY } from './weights';

/** A table's low and high are taken as two standard deviations either way; no grid is steadier than this. */
const STEADIEST = 1.5;

/** Where the carbon intensity of the electricity at a place may lie, in g/kWh. */
export function intensityAt(place: string | undefined): readonly LogNormal[] {
  const grid = gridIntensity(place);
  return grid.known ? [ofPlace(grid)] : WORLD_INTENSITY;
}

function ofPlace({ high, low, typical }: GridIntensity): LogNormal {
  const spread = Math.max(STEADIEST, (high / low) ** 0.25);
  return { share: 1, median: typical, spread };
}
