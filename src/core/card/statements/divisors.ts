/** What an amount may be divided by, energy apart. */
export type Divisor = 'inference' | 'run' | 'other';

/**
 * The words of each kind, in English, German, French, Spanish, Portuguese and Italian; most stems serve several of them.
 * Units of time, length and mass end where the word ends, since "h" begins half of the dictionary.
 */
const DIVISORS: readonly (readonly [Divisor, RegExp])[] = [
  [
    'other',
    /^(?:hours?|hrs?|h|days?|d|years?|yr|months?|weeks?|seconds?|s|km|miles?|person|people|capita|passenger|kg|g|t|tonnes?|gpus?|devices?|nodes?|m2|usd|dollars?|euros?)$/i,
  ],
  [
    'other',
    /^(?:stunden?|heures?|horas?|or[ae]|tage?|jours?|d[ií]as?|giorn[oi]|wochen?|semaines?|semanas?|settiman[ae]|monate?|mois|m[eê]s(?:es|e)?|jahre?|an(?:s|n[eé]es?|n[oi])?|a[nñ]os?|kilom\S+|kopf|persona?s?|personne|pessoa|habitante?)$/i,
  ],
  [
    'inference',
    /^(?:quer|request|inf[eé]r[eê]n|prompt|token|image[nm]?|predi[ck]t|generat|call|response|answer|message|sample|sentence|document|page|word|user|minute|classif|translat|summar|audio|video|anfrage|abfrage|antwort|bild|satz|vorhersage|requ[eê]te|r[eé]ponse|phrase|consulta|respuesta|resposta|richiest|rispost|immagin|predic|pr[eé]dic|previs)/i,
  ],
  [
    'run',
    /^(?:run|experiment|train|fine-?tun|pre-?train|mod[eè]l|trial|seed|[eé]po[cq]|fold|iteration|step|language|task|checkpoint|config|version|lauf|durchl|schritt|aufgabe|sprache|entra[iî]n|exp[eé]rien|[eé]tape|entrena|trein|addestr|esperiment|[eé]jecu|execu|ex[eé]cu|esecu)/i,
  ],
];

/** The first word that tells decides: "hour of training" is an hour. Undefined where none is known. */
export function divisorOf(words: string): Divisor | undefined {
  for (const word of words.split(/\s/)) {
    const divisor = DIVISORS.find(([, stems]) => stems.test(word))?.[0];
    if (divisor !== undefined) return divisor;
  }
  return undefined;
}
