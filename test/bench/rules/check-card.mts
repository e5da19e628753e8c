// Time to read and check a card, every version anew, as while typing: tsx test/bench/rules/check-card.ts [--json FILE]
import { readCard } from '../../../src/core/card/card';
import { checkCard } from '../../../src/core/rules/check-card';
import type { SeveritySettings } from '../../../src/core/rules/severity';
import { CARD_SIZES, FRONT_MATTER, madeUpCard } from '../cards';
import { report, type Row } from '../report';
import { columns, type Sample, sample } from '../samples';

/** So long V8 goes on compiling, whose threads count as the processor's time as well. */
const WARM_UP = 1500;
const ROUNDS = 400;

/** `metadata-schema` is the budget of the schema, not of the other rules. */
const OWN_RULES: SeveritySettings = { rules: { 'metadata-schema': 'off' } };

async function measure(
  what: string,
  text: string,
  budget: number,
  work: (text: string) => unknown,
): Promise<Row> {
  const samples: Sample[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // Another text each time, so that nothing is remembered.
    const version = `${text}\n${round}`;
    samples.push(await sample(() => work(version)));
  }
  return {
    what,
    figures: columns(samples.slice(WARM_UP)),
    budget: { of: 'processor ms p95', atMost: budget },
  };
}

const small = madeUpCard(CARD_SIZES['30 kB']);
const large = madeUpCard(CARD_SIZES['1 MB']);
const own = (text: string): unknown => checkCard(readCard(text), { severities: OWN_RULES });
const all = (text: string): unknown => checkCard(readCard(text));
report([
  await measure('front matter alone, read', FRONT_MATTER, 2, readCard),
  await measure('30 kB card, read', small, 2, readCard),
  await measure('30 kB card, own rules', small, 2, own),
  await measure('30 kB card, all rules', small, 5, all),
  await measure('1 MB card, own rules', large, 10, own),
  await measure('1 MB card without emissions', large.replace('co2_eq_emissions', 'other'), 10, all),
  await measure('1 MB without front matter', large.slice(FRONT_MATTER.length), 10, all),
]);
