import { readUnit, type UnitText } from '../../quantity/quantity-unit';
import type { Dimension, UnitOf } from '../../quantity/unit';
import { isOverItsUnit } from './rate';

/** Places in a label where a unit can begin: its start, behind a bracket, "in", "_", a comma, or as its last word. */
const UNIT_PLACE =
  /^|[([,/_]\s*(?:in\s+)?|\bin\s+|\s(?=\S+$)|\s(?=(?:k?g|kgs|t|tons?|grams?|lbs?)[\s_-]{0,2}(?:of )?CO)/gi;
/** The unit of an amount in the label is that amount's: "at 432 gCO2/kWh". */
const OF_AN_AMOUNT = /(?<![\p{L}\d~>_{.,])\d[\d.,]*$/u;

/**
 * The unit that a label gives its amounts: "CO2 Emissions (in grams)". What "/" divides by is none: "Throughput
 * (samples/hour)", "Price (EUR/kWh)".
 */
export function unitInLabel<D extends Dimension>(
  label: string,
  dimension: D,
): UnitText<UnitOf[D]> | undefined {
  for (const place of label.matchAll(UNIT_PLACE)) {
    const before = label.slice(0, place.index);
    if (dimension !== 'mass' && place[0].startsWith('/') && !isOverItsUnit(before)) continue;
    if (OF_AN_AMOUNT.test(before)) continue;
    const unit = readUnit(label, place.index + place[0].length, dimension);
    if (unit) return unit;
  }
  return undefined;
}
