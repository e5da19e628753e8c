import { MOLECULE } from '../../quantity/carbon';
import { machineCode } from '../../quantity/machine-code';

/**
 * Words that make an amount one of CO₂. The molecule must stand free or in a unit ("kgCO2"): "ATCO2" is a corpus. Carbon
 * alone is an element too ("carbon tetrachloride", "carbon fibre"), so it needs a word of emitting behind it.
 */
const CARBON =
  `(?:(?<![a-z])|(?<=(?<![a-z])(?:kg|g|t|mg|lb|lbs)))(?:${MOLECULE})|(?<![a-z])co2e|` +
  '\\bcarbon(?:[\\s_-]+(?:dioxide|emi|footprint|equiv|cost|impact|output|generated|produced|eq\\b|release|estimate|intens|effici)|\\s*[):*]|$)';
const CARBON_WORDS = new RegExp(CARBON, 'i');
/** English and its neighbours: emissions, émissions, emisiones, emissões, Emissionen, emissioni; and tools that measure them. */
const EMISSION_WORDS =
  /(?<![a-z])(?:[eé]mis(?:si[oõ]|io)\w*|emit(?:s|ted|ting)?|greenhouse|ghg|footprint|empreinte|huella|code\s?carbon|eco2ai)(?![a-z])/i;
const OTHER_EMISSIONS = /\bNO[x2]\b|\bmethane\b|\bCH4\b|\bparticulate/i;
const ENVIRONMENT = /environment|carbon|emission|co[2₂]|footprint|sustainab|climate|energy consum/i;

const MAY_NAME = /co[^a-z]|co2|carbon|[eé]mi[st]|footprint|empreinte|huella|greenhouse|ghg/i;

/** Whether `namesCarbon` or `namesEmissions` may hold: cheap, and never wrongly false. */
export function mayNameCarbon(text: string): boolean {
  return MAY_NAME.test(text);
}

/** Whether a text speaks of CO₂ by name. */
export function namesCarbon(text: string): boolean {
  return machineCode(CARBON_WORDS).test(text);
}

/** Whether a text speaks of emitting, without saying what. */
export function namesEmissions(text: string): boolean {
  return EMISSION_WORDS.test(text) && !OTHER_EMISSIONS.test(text);
}

/** Whether a heading opens a part of the card on its environmental impact: the paper's rule, with its other usual names. */
export function isEnvironmental(heading: { readonly text: string; readonly isTitle: boolean }): boolean {
  return !heading.isTitle && ENVIRONMENT.test(heading.text);
}
