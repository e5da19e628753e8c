import Big from 'big.js';
import type { NumberContext } from '../../quantity/number-text';
import { type MassUnit, toGrams } from '../../quantity/unit';
import { isAttributed } from './attribution';
import { mayNameCarbon, namesCarbon, namesEmissions } from './carbon-words';
import { type Mention, mentions } from './mention';
import type { Passage } from './passage';
import { scopeOf, scopeOfMention } from './scope';
import type { EmissionsStatement, IntensityStatement } from './statement';

/** How sure it is that an amount is one of CO₂, by where CO₂ is named. */
const NAMED = {
  /** In the unit or the label: "1.2 kg CO2eq", "Carbon Emitted: 1.2 kg". */
  beside: 0.95,
  /** In the same clause. */
  clause: 0.9,
  /** Only "emissions", or only earlier in the sentence or in the label of the list around it. */
  near: 0.8,
  /** Only in the heading, and the label names a phase: "Training: 1.2 kg". */
  heading: 0.6,
} as const;

/** What makes a mass in a clause that names CO₂ one of CO₂: "extinguishers of 3 kg" are not. */
const EMITTING =
  /\b(?:emi[st]|produc|releas|generat|caus|cost|amount|estimat|equal|equivalent|correspond|account|result|measur|report|track|footprint|carbon|total|train|fine-?tun)/i;
/** An amount that is compared with, imagined, or of one row of several is less likely to be this model's. */
const COMPARED = 0.3;
const IMAGINED = 0.5;
const UNIT_MISSING = 0.7;
const ONE_OF_SEVERAL_ROWS = 0.8;

const COMPARISON =
  /\b(?:compared (?:to|with)|vs\.?|versus|as opposed to|rather than|instead of|whereas|than (?:the|that of|an?|GPT|BERT|LLa?MA)|in contrast to)\b/i;
const IMAGINARY = /\bwould\b|\bcould\b|\bif (?:trained|run|we)\b|\bhypothetic|\bexample\b|\be\.g\./i;
/** CO₂ that was not emitted, or a measure of how well a model predicts it. */
const NOT_EMITTED =
  /\b(?:rmse|mae|mse|error|accuracy|r2|sav(?:e|es|ed|ing|ings)|avoid(?:s|ed|ing)?|reduc(?:e|ed|es|ing|tion)s?|offset(?:s|ting)?|compensat\w+|absor\w+|sequest\w+|captur\w+)\b[^.;]{0,40}$/i;
const OTHERS_EMIT =
  /\b(?:flights?|flying|cars?|driv(?:e|es|ing|en)|passengers?|households?|average (?:person|american|european|human|citizen)|per capita|smartphones?|trees?|humans?)\b/i;
/** "200 g less than before" is no amount that was emitted. */
const DIFFERENCE =
  /^[\s)*]{0,4}(?:of )?(?:(?:co2|co₂)\w* )?(?:less|fewer|more|lower|higher|saved|below|above) ?(?:than|$)/i;
const OF_SOMETHING_ELSE =
  /^\s{0,2}of\s+(?!(?:the\s+)?(?:co[2₂$<_]|\$|\\|carbon|emission|equivalent|eq|green|ghg))\p{L}/iu;
const OTHER_LABELS =
  /\b(?:intensity|factor|efficiency|saved|savings?|avoided|offset|reduction|reduced|budget|price|tax|credits?|concentration|accuracy|rmse|mae|mse|r2|score|loss|limit|threshold|parameters?|weight|ratio|percent\w*)\b|%/i;

/** The emissions and grid intensities that a passage states. */
export function emissionsIn(
  passage: Passage,
  numbers: NumberContext,
): (EmissionsStatement | IntensityStatement)[] {
  if (!mayName(passage)) return [];
  return mentions(passage, 'mass', numbers).flatMap(
    (mention): (EmissionsStatement | IntensityStatement)[] => {
      if (mention.rate?.per === 'energy' || isIntensityLabel(mention)) return intensity(mention);
      const statement = emissions(mention);
      return statement ? [statement] : [];
    },
  );
}

/** A quick look before any number is read. */
function mayName(passage: Passage): boolean {
  return (
    passage.environmental ||
    mayNameCarbon(passage.text) ||
    mayNameCarbon(passage.label) ||
    passage.context.slice(0, 2).some(mayNameCarbon)
  );
}

function emissions(mention: Mention<MassUnit>): EmissionsStatement | undefined {
  const { passage, quantity, rate } = mention;
  const named = howNamed(mention);
  if (named === undefined || rate?.per === 'other' || isSomethingElse(mention)) return undefined;
  if (quantity.unit === undefined && !isBareEmission(mention)) return undefined;
  const scope = scopeOfMention(mention);
  const compared = COMPARISON.test(mention.before) ? COMPARED : 1;
  const imagined = IMAGINARY.test(mention.before) ? IMAGINED : 1;
  const unitMissing = quantity.unit === undefined ? UNIT_MISSING : 1;
  const rows = passage.rows > 1 && scope === 'part' ? ONE_OF_SEVERAL_ROWS : 1;
  const isSingle = quantity.upper === undefined && quantity.bound === undefined;
  return {
    kind: 'emissions',
    range: mention.range,
    quote: mention.quote,
    label: passage.label === '' ? mention.lead.trim() : passage.label,
    certainty: named * compared * imagined * unitMissing * rows * passage.certainty,
    quantity: {
      ...quantity,
      grams: isSingle && quantity.unit ? toGrams(quantity.amount, quantity.unit) : undefined,
    },
    scope,
    // Asked only where text and metadata differ.
    get isAttributed() {
      return isAttributed(mention, scope);
    },
  };
}

function howNamed({ passage, quantity, before, after, lead }: Mention<MassUnit>): number | undefined {
  if (quantity.carbon || namesCarbon(passage.label)) return NAMED.beside;
  const isEmitted = EMITTING.test(`${lead} ${after} ${passage.label}`);
  if (isEmitted && (namesCarbon(before) || namesCarbon(after))) return NAMED.clause;
  const parents = passage.context.slice(0, 2).join('\n');
  const isNear = namesEmissions(passage.label) || namesEmissions(before) || (isEmitted && namesCarbon(lead));
  if (isNear) return NAMED.near;
  const isPhase = scopeOf(passage.label) !== 'unknown';
  return isPhase && (namesCarbon(parents) || passage.environmental) ? NAMED.heading : undefined;
}

function isSomethingElse({ passage, quantity, before, after }: Mention<MassUnit>): boolean {
  return (
    quantity.amount.lt(0) ||
    NOT_EMITTED.test(before) ||
    DIFFERENCE.test(after) ||
    OTHERS_EMIT.test(before) ||
    OTHERS_EMIT.test(passage.label) ||
    (OTHER_LABELS.test(passage.label) && passage.label.length < 80) ||
    (!quantity.carbon && OF_SOMETHING_ELSE.test(after))
  );
}

/** A number without a unit is an emission only under a label that says so, in the label's own words. */
function isBareEmission({ passage }: Mention<MassUnit>): boolean {
  return namesCarbon(passage.label) || /^(?:total |estimated |training )*emissions?$/i.test(passage.label);
}

function isIntensityLabel({ passage, quantity, rate }: Mention<MassUnit>): boolean {
  return (
    rate === undefined &&
    quantity.unit !== undefined &&
    /\b(?:carbon|grid|emissions?)[\s_-](?:intensity|factor|efficiency)\b/i.test(passage.label)
  );
}

/** Grams per kilowatt-hour; "Carbon intensity: 143 g" means per kWh, for nothing else is quoted so. */
function intensity({
  passage,
  quantity,
  range,
  quote,
  rate,
  lead,
  after,
}: Mention<MassUnit>): IntensityStatement[] {
  const divisor = rate?.per === 'energy' ? rate.kilowattHours : new Big(1);
  const isSingle = quantity.upper === undefined && quantity.bound === undefined;
  const around = `${passage.label}\n${lead}\n${after}`;
  const isCarbon =
    quantity.carbon || namesCarbon(around) || /grid|electric|intensity|efficiency/i.test(around);
  if (!isCarbon) return [];
  return [
    {
      kind: 'intensity',
      range,
      quote,
      label: passage.label === '' ? lead.trim() : passage.label,
      certainty: NAMED.beside * passage.certainty,
      gramsPerKilowattHour:
        isSingle && quantity.unit ? toGrams(quantity.amount, quantity.unit).div(divisor) : undefined,
    },
  ];
}
