import type { CheckedCard } from '../checked-card';

/** The findings as JSON; lines and characters count from 0 in UTF-16, as in the Language Server Protocol. */
export function json(cards: readonly CheckedCard[]): string {
  return `${JSON.stringify(cards.map(cardAsJson), null, 2)}\n`;
}

function cardAsJson({ file, card, findings, judgement, prediction, refusal }: CheckedCard): object {
  return {
    file,
    findings: findings.map(({ rule, severity, message, range, fixes, data }) => {
      const [fix] = fixes ?? [];
      return {
        rule,
        severity,
        message,
        range: card.lines.rangeOf(range),
        ...(fix && {
          fix: {
            title: fix.title,
            edits: fix.edits.map((edit) => ({
              range: card.lines.rangeOf(edit.range),
              newText: edit.newText,
            })),
          },
        }),
        ...(data && { data }),
      };
    }),
    emissions: emissionsAsJson(card, judgement),
    prediction: prediction ?? null,
    ...(refusal !== undefined && { error: refusal }),
  };
}

function emissionsAsJson(card: CheckedCard['card'], judgement: CheckedCard['judgement']): object | null {
  if (card.emissions === undefined) return null;
  const declared = card.emissions.amount?.value ?? null;
  if (judgement === undefined) {
    const zero = declared === 0;
    return { declared, grams: zero ? 0 : null, unit: zero ? 'g' : null, confidence: zero ? 1 : 0 };
  }
  return {
    declared,
    grams: judgement.grams.toNumber(),
    unit: judgement.unit,
    confidence: judgement.confidence,
  };
}
