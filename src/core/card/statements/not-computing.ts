import { lastWord } from './last-word';
import type { Wording } from './subject';

/** Words that make a duration or an energy in a sentence one of computing. */
export const COMPUTING = /train|fine-?tun|\bcomput|\b[gt]pu|\bran\b|\brunning\b|\bhardware\b/i;
/** What uses or makes energy by itself, or is measured by the data. */
const OTHER_SUBJECTS =
  /\b(?:clusters?|data ?cent(?:er|re)s?|supercomputers?|households?|homes?|houses?|buildings?|city|cities|countr(?:y|ies)|customers?|meters?|appliances?|batter(?:y|ies)|vehicles?|cars?|solar|photovoltaics?|wind farms?|turbines?|power plants?|heat pumps?|dataset)\b/i;
/** Energy that is made, kept or spared, and hours of what a model makes or spares. */
const NOT_USED =
  /\b(?:produc(?:e[sd]?|ing)|generat(?:e[sd]?|ing)|harvest\w*|yield\w*|stor(?:e[sd]?|ing|age)|sav(?:e[sd]?|ings?)|charg\w+|deliver\w*|suppl(?:y|ies|ied)|capacity|avoid\w*|offset\w*)\b/gi;
const USED = /consum|\bus(?:e[sd]?|ing|age)\b|\btook\b|\brequir|\bneed|\bdrew\b/gi;
const NOT_USED_BEHIND =
  /^[\s)*`]{0,4}(?:of [\w\s-]{0,24})?\b(?:(?:is|are|was|were|has been|have been) )?(?:produced|generated|saved|stored|harvested|avoided)\b/i;
/** What it took to make the machines. */
const EMBODIED = /\bembodied|\bmanufactur/i;
/** What a model says of the world, and how well. */
const FORECAST = /\b(?:forecast\w*|predict\w*|horizon|rmse|mae|mape|error)\b/gi;
const COMPUTED = /train|fine-?tun|\b[gt]pu|\bus(?:ed|ing)\b|\btook\b/gi;

/** Whether an amount of energy or time is that of something else than a computation. */
export function isOfSomethingElse({ passage, lead, after }: Wording): boolean {
  const words = `${passage.label} ${lead}`;
  const notUsed = lastWord(NOT_USED, words);
  // "produced 18 kg of CO2 from 42 kWh": what was made is named already.
  const isMade = notUsed > lastWord(USED, words) && !/\d/.test(words.slice(notUsed));
  return (
    isMade ||
    (after !== '' && NOT_USED_BEHIND.test(after)) ||
    EMBODIED.test(words) ||
    lastWord(FORECAST, words) > lastWord(COMPUTED, words) ||
    (OTHER_SUBJECTS.test(words) && !COMPUTING.test(words))
  );
}
