import type { Evidence, Subject } from '../judgement';
import { SOURCE_REPORTS_KILOGRAMS } from '../weights';

/** A paragraph that mentions a tool in passing is not a source. */
const LONGEST_SOURCE = 120;

/** The card names as its source a tool that reports kilograms: CodeCarbon's log and file, or the ML CO2 calculator. */
export function kilogramSource({ entry }: Subject): Evidence[] {
  const source = entry.fields.find((field) => field.key === 'source')?.value;
  if (typeof source !== 'string' || source.length > LONGEST_SOURCE) return [];
  if (/code[\s_-]?carbon/i.test(source)) return [evidence('CodeCarbon', SOURCE_REPORTS_KILOGRAMS.codecarbon)];
  if (/ml\s?co2|mlco2|machine learning (?:impact|emissions?)/i.test(source)) {
    return [evidence('the ML CO2 calculator', SOURCE_REPORTS_KILOGRAMS.calculator)];
  }
  return [];
}

function evidence(tool: string, weight: number): Evidence {
  return {
    id: 'kilogram-source',
    logLikelihood: { kg: weight },
    sentence: `${tool}, its source, reports kilograms`,
  };
}
