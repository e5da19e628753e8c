import * as l10n from '@vscode/l10n';
import type { EmissionsStatement, Statement } from '../../card/statements/statement';
import { equalUnits } from './equal-units';
import type { Evidence, JudgedUnit, Subject } from './evidence';

/** The card's text states the declared amount with a unit, equal up to the digits printed. */
export function textAmount(subject: Subject): Evidence[] {
  const equal = subject.card.statements.filter(isEmissions).flatMap((statement) =>
    equalUnits(subject, statement.quantity).map(({ unit, weight }) => ({
      unit,
      statement,
      weight: weight * statement.certainty,
    })),
  );
  const best = new Map<JudgedUnit, { statement: EmissionsStatement; weight: number }>();
  for (const { unit, statement, weight } of equal) {
    const known = best.get(unit);
    // The words with that very unit in them are the ones to quote.
    const isPlainer = weight === known?.weight && statement.quantity.unit === unit;
    if (weight > (known?.weight ?? 0) || isPlainer) best.set(unit, { statement, weight });
  }
  return [...best].map(([unit, { statement, weight }]) => ({
    id: 'text-amount',
    logLikelihood: { [unit]: weight },
    sentence: l10n.t('the text says “{0}”', statement.quote),
    range: statement.range,
  }));
}

function isEmissions(statement: Statement): statement is EmissionsStatement {
  return (
    statement.kind === 'emissions' && statement.scope !== 'inference' && statement.quantity.unit !== undefined
  );
}
