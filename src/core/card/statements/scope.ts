import type { Mention } from './mention';
import type { Scope } from './statement';

/**
 * The words of each scope, the first that fits decides: "inference after training" is inference, and "evaluation in
 * total" is still one part of the whole.
 */
const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  [
    'inference',
    /\binferenc|\bquer(?:y|ies)\b|\brequests?\b|\bprompts?\b|\bpredictions?\b|\bserving\b|\bdeploy(?:ed|ment)\b|\bper (?:1,?000 )?(?:tokens?|images?|generations?|samples?)\b|\busage\b/i,
  ],
  [
    'per-run',
    /\b(?:per|each|every|single|one)[\s-]+(?:\w+[\s-]+){0,2}(?:run|experiment|trial|seed|epoch|fold|iteration|fine-?tuning|training|model|task|language|checkpoint)s?\b/i,
  ],
  [
    'part',
    /\bevaluat|\bvalidation\b|\btesting\b|\b(?:data|dataset|model)[\s_-]?(?:loading|set ?loading|preparation|pre-?processing|processing|collection|generation)\b|\bloading\b|\bpre-?process|\btokeni[sz]|\bepoch\s*#?\d|\b(?:fold|run|stage|phase|step)\s*#?\d|\bhyper-?param|\bablation|\b[cg]pu (?:emission|energy)|\bram (?:emission|energy)/i,
  ],
  [
    'total',
    /\btotal|\boverall\b|\bcumulative|\baltogether\b|\bin all\b|\bsum\b|\bentire\b|\bwhole\b|\bcombined\b|\baggregate|\ball (?:runs|experiments|models|stages)\b/i,
  ],
  ['training', /train|fine-?_?tun|\bsft\b|\bdpo\b|\brlhf\b|\blora\b/i],
];

/** The scope that a text names; `unknown` where it names none. */
export function scopeOf(text: string): Scope {
  return SCOPES.find(([, words]) => words.test(text))?.[0] ?? 'unknown';
}

/**
 * The scope of an amount: by what it is divided by, else by the words nearest to it (the clause before, the label, the
 * sentence, what follows, the labels and headings above). A row of a table by a measure is one part of several.
 */
export function scopeOfMention({ rate, passage, before, lead, after }: Mention<unknown>): Scope {
  if (rate?.per === 'inference') return 'inference';
  if (rate?.per === 'run') return 'per-run';
  const near = firstScope([before, passage.label, lead, after]);
  if (near !== 'unknown') return near;
  if (passage.rows > 1 || /\bper\b/i.test(passage.label)) return 'part';
  return firstScope(passage.context.slice(0, 2));
}

function firstScope(texts: readonly string[]): Scope {
  return texts.map(scopeOf).find((scope) => scope !== 'unknown') ?? 'unknown';
}
