import type { Evidence, Subject } from '../judgement';
import { SOURCE_IS_CODECARBON } from '../weights';

/** The card names CodeCarbon as the source, whose log and `emissions.csv` are in kilograms. */
export function codecarbonSource({ entry }: Subject): Evidence[] {
  const source = entry.fields.find((field) => field.key === 'source')?.value;
  // A paragraph that mentions CodeCarbon in passing is not a source.
  if (typeof source !== 'string' || source.length > 80 || !/code[\s_-]?carbon/i.test(source)) return [];
  return [
    {
      id: 'codecarbon-source',
      logLikelihood: SOURCE_IS_CODECARBON,
      sentence: 'CodeCarbon, its source, reports kilograms',
    },
  ];
}
