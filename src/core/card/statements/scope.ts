import { machineCode } from '../../quantity/machine-code';
import type { Mention } from './mention';
import type { Scope } from './statement';

/**
 * The words of each scope, the first that fits decides: "inference after training" is inference, and "evaluation in
 * total" is still one part of the whole.
 */
const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  [
    'inference',
    /\binferenc|\bserving\b|\banswering\b|\bgenerating (?!(?:this|the|our) (?:model|data))|\bforward pass|\b(?:running|hosting|operating) (?:it|the (?:service|api|app|demo|endpoint))\b|\bdeploy(?:ed|ment)\b|\b(?:per|each|every|single)\s(?:[\d,]+\s)?(?:quer|request|prompt|prediction|token|image|generat|sample|call|response)/i,
  ],
  [
    'per-run',
    /\b(?:per|each|every|single|one)[\s-]+(?:\w+[\s-]+){0,2}(?:run|experiment|trial|seed|epoch|fold|iteration|fine-?tuning|training|model|task|language|checkpoint)s?\b/i,
  ],
  [
    'part',
    /\beval(?:uat\w*)?\b|\bvalidation\b|\btesting\b|\b(?:data|dataset|model)[\s_-]?(?:loading|preparation|pre-?processing|processing|collection|generation)\b|\bloading\b|\bpre-?process|\btokeni[sz]|\bepoch\s*#?\d|\b(?:fold|run|stage|phase|step)\s*#?\d|\bhyper-?param|\bablation|\b(?:[cg]pu|ram)[ _](?:emission|energy)/i,
  ],
  [
    'total',
    /\btotal|\boverall\b|\bcumulative|\baltogether\b|\bin all\b|\bsum\b|\bentire\b|\bwhole\b|\bcombined\b|\baggregate|\ball (?:runs|experiments|models|stages)\b/i,
  ],
  ['training', /train|fine-?_?tun|\bsft\b|\bdpo\b|\brlhf\b|\blora\b/i],
];

/** The scope that a text names; `unknown` where it names none. */
export function scopeOf(text: string): Scope {
  if (text === '') return 'unknown';
  return SCOPES.find(([, words]) => machineCode(words).test(text))?.[0] ?? 'unknown';
}

/** What hangs on an amount from behind: "for training", "in total", "during evaluation". */
const ATTACHED =
  /^[\s)*`]{0,4}(?:in total|total|overall|altogether|combined|for|during|by|from|in|were emitted)\b[^,;.]{0,48}/i;

/**
 * The scope of an amount: by what it is divided by, else by the words nearest to it (those that hang on it, the clause
 * before, the label, the sentence), else as one row of a table, else by the labels and headings above.
 */
export function scopeOfMention({ rate, passage, before, lead, after }: Mention<unknown>): Scope {
  if (rate?.per === 'inference') return 'inference';
  if (rate?.per === 'run') return 'per-run';
  const attached = ATTACHED.exec(after)?.[0].split(/\band\b/)[0] ?? '';
  const near = firstScope([attached, before, passage.label]);
  if (near !== 'unknown') return near;
  const sentence = lead === before ? 'unknown' : scopeOf(lead);
  // What divides an earlier amount of the sentence says nothing about this one.
  if (sentence !== 'unknown' && !isDivided(sentence)) return sentence;
  const behind = scopeOf(after);
  if (behind !== 'unknown') return behind;
  if (passage.rows > 1 || /\bper\b/i.test(passage.label)) return 'part';
  return firstScope(passage.context.slice(0, 2));
}

function isDivided(scope: Scope): boolean {
  return scope === 'inference' || scope === 'per-run';
}

function firstScope(texts: readonly string[]): Scope {
  for (const text of texts) {
    const scope = scopeOf(text);
    if (scope !== 'unknown') return scope;
  }
  return 'unknown';
}
