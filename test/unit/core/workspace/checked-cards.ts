import { readCard } from '../../../../src/core/card/card';
import { checkCard } from '../../../../src/core/rules/check-card';
import { bulkEdits, type BulkFix } from '../../../../src/core/workspace/bulk-fix';
import { cardReport } from '../../../../src/core/workspace/card-report';
import type { TabledCard } from '../../../../src/core/workspace/workspace-state';

/** A card as the table gets it. */
export function tabled(file: string, text: string): TabledCard {
  const card = readCard(text);
  const { findings, judgement } = checkCard(card);
  const { refusal } = card;
  const kinds: readonly BulkFix[] = ['safe', 'kilograms'];
  return {
    report: cardReport({ file, card, findings, judgement, refusal, prediction: undefined }),
    written: card.emissions?.amount?.source,
    fixes: kinds.filter((kind) => bulkEdits(findings, kind).length > 0),
  };
}

/** A card that declares `value`. */
export function cardWith(value: string, text = 'A model.'): string {
  return `---\nlicense: mit\nco2_eq_emissions:\n  emissions: ${value}\n  source: CodeCarbon\n---\n\n${text}\n`;
}
