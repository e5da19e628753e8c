import { cardReport } from '../../core/workspace/card-report';
import type { Report } from './format';

/** The findings as JSON; lines and characters count from 0 in UTF-16, as in the Language Server Protocol. */
export function json(): Report {
  let cards = 0;
  return {
    card(checked) {
      cards += 1;
      const item = JSON.stringify(cardReport(checked), null, 2).replaceAll('\n', '\n  ');
      return `${cards === 1 ? '[' : ','}\n  ${item}`;
    },
    end: () => (cards === 0 ? '[]\n' : '\n]\n'),
  };
}
