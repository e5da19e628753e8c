import type { MassUnit } from '../quantity/unit';

/** The names of units in messages. */
export const unitNames: Readonly<Record<MassUnit, string>> = {
  ug: 'micrograms',
  mg: 'milligrams',
  g: 'grams',
  kg: 'kilograms',
  t: 'tonnes',
  kt: 'kilotonnes',
  Mt: 'megatonnes',
  lb: 'pounds',
  oz: 'ounces',
  'short-ton': 'short tons',
  'long-ton': 'long tons',
};
