import { namesCarbon, namesEmissions } from './carbon-words';
import type { Mention } from './mention';
import type { Scope } from './statement';
import { isOfAnotherModel } from './subject';

/** What a card says of its own training in the first person, or by pointing. */
const OWN = /\b(?:this|our|ours|we|it|its)\b/i;
const COMPARISON =
  /\bsuch as\b|\bfor (?:comparison|reference|scale|context)\b|\b(?:by|in) (?:comparison|contrast)\b|\bcompetitors?\b|\bpredecessor\b/i;
/** "Strubell et al. estimate 284 tonnes": but "following Lacoste et al., we estimate" is about the card's own. */
const CITED = /\bet al\.?,?(?: \(\d{4}\))? (?!we\b)\w+/i;
const CITATION_BEHIND =
  /^[^.]{0,40}?[([](?:see )?\p{Lu}[\p{L}-]+(?: et al| and \p{Lu}| & \p{Lu}|,? (?:19|20)\d\d)/u;
/** Things of daily life that amounts are compared with. */
const DAILY_LIFE =
  /\b(?:coffee|espresso|tea|beef|steak|(?:ham|cheese)?burgers?|meals?|search(?:es)?|e-?mails?|stream(?:ing|ed)|kettle|toast|petrol|gasoline|diesel|train (?:rides?|journeys?|trips?)|miles?|breath\w*|washing|laundry)\b/i;
/** Hardware is made before it is used, plans are made before anything is emitted, and a project has many trainings. */
const OTHER_ACCOUNTS =
  /\bembodied\b|\bmanufactur|\bproduc(?:tion|ing) (?:of )?(?:the |a )?(?:gpu|hardware|server|chip)|\blife-?cycle\b|\bbudget|\bquota|\btarget|\bgoal|\bplanned\b|\b(?:whole|entire|full|complete|overall) (?:\w+ )?(?:project|study|paper|thesis|series|family|suite|collection)\b|\ball (?:\w+ ){0,2}(?:models|experiments|runs|checkpoints|versions)\b|\bexamples?\b/i;
const WORD = /[A-Za-z][\w-]*/g;
/** A figure or several capitals, as names of models have: "GPT-3", "BERT-base", "XLM-R", "LLaMA". */
const LIKE_A_NAME = /\d|[A-Z][^A-Z]*[A-Z]/;
/** Names of tools, machines, places and methods. */
const NO_MODEL =
  /^(?:CO2|GPUs?|TPUs?|CPUs?|ML|AI|NLP|LLMs?|NVIDIA|AMD|AWS|GCP|Code-?Carbon|AutoTrain|eco2AI|[AHVPTLKB]\d+|RTX|GTX|TPUv|PUE|EU|US|UK|USA|Q?LoRA|SFT|DPO|RLHF|PEFT|FP16|BF16|HPC|MLCO2|SHARK)/i;
const DOES =
  /^(?:'s|’s)?(?:\s[\w-]+){0,4}?\s(?:emi(?:t|ssion)|produc|caus|releas|generat|took|take|cost|need|consum|us(?:ed|es)\b|is\b|was\b|were\b|had\b|has\b)/i;

/**
 * Whether the words around an amount say that it is about the training of the card's own model: enough to hold it against
 * what the metadata declares. Equal digits need no such words, a contradiction does.
 */
export function isAttributed(mention: Mention<unknown>, scope: Scope): boolean {
  const { passage, lead, after } = mention;
  const words = `${passage.label} ${lead}`;
  if ([COMPARISON, DAILY_LIFE, OTHER_ACCOUNTS, CITED].some((others) => others.test(words))) return false;
  if (CITATION_BEHIND.test(after) || isOfAnotherModel(mention) || namesAnother(mention)) return false;
  return (
    scope === 'training' ||
    scope === 'total' ||
    passage.environmental ||
    namesCarbon(passage.label) ||
    namesEmissions(passage.label) ||
    namesEmissions(startOf(lead)) ||
    OWN.test(lead)
  );
}

/** Whether what emits looks like the name of a model, and no heading above has it: "Moth-9B emitted 552 t", "Moth-9B: 24.7 t". */
function namesAnother({ passage, lead }: Mention<unknown>): boolean {
  const known = passage.context.join('\n').toLowerCase();
  const isOther = (name: string): boolean =>
    LIKE_A_NAME.test(name) && !NO_MODEL.test(name) && !known.includes(name.toLowerCase());
  if ([...passage.label.matchAll(WORD)].some(([name]) => isOther(name))) return true;
  return [...lead.matchAll(WORD)].some(
    ({ 0: name, index }) => isOther(name) && DOES.test(lead.slice(index + name.length)),
  );
}

/** "Emissions were 3 kg", "The carbon footprint is": what the sentence is about. */
function startOf(lead: string): string {
  return lead.trimStart().split(/\s/, 5).join(' ');
}
