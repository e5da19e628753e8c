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
  ['training', /train|fine-?_?tun|pre-?_?train/i],
];

/** The scope that a text names; `unknown` where it names none. */
export function scopeOf(text: string): Scope {
  return SCOPES.find(([, words]) => words.test(text))?.[0] ?? 'unknown';
}

/** The scope by the first of several texts, nearest to the amount first, that names one. */
export function nearestScope(texts: readonly string[]): Scope {
  for (const text of texts) {
    const scope = scopeOf(text);
    if (scope !== 'unknown') return scope;
  }
  return 'unknown';
}
