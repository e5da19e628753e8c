import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCard } from '../../../src/core/card/card';
import { checkCard } from '../../../src/core/rules/check-card';
import { speakEnglish } from './pseudo-language';

beforeAll(() => {
  const bundle = new URL('../../../l10n/bundle.l10n.de.json', import.meta.url);
  l10n.config({ contents: readFileSync(bundle, 'utf8') });
});
afterAll(speakEnglish);

test.each([
  [
    'kilograms',
    'co2_eq_emissions:\n  emissions: 1.71\n  source: CodeCarbon\n---\nTraining emitted 1.71 KgCO2.',
    '1.71 sieht nach Kilogramm aus: im Text steht „1.71 KgCO2“, und CodeCarbon, die Quelle, gibt Kilogramm aus. Der Hub liest hier Gramm. In 1710 ändern?',
    'In 1710 ändern, da 1.71 in Kilogramm angegeben ist',
  ],
  [
    'a unit',
    'co2_eq_emissions: 0.319355 Kg\n---\n',
    'Der Hub braucht hier eine einfache Zahl in Gramm; „0.319355 Kg“ sind 319.355 g.',
    'In 319.355 ändern (Gramm)',
  ],
  [
    'a licence',
    'license: apache\n---\n',
    '`apache` ist keine Lizenz, die der Hub kennt; ist `apache-2.0` gemeint?',
    'In apache-2.0 ändern',
  ],
  [
    'a missing fence',
    'license: mit\n',
    'Dieser Block wird nicht geschlossen, daher sieht der Hub keine Metadaten. Schließen Sie ihn mit einer Zeile „---“.',
    'Metadaten mit „---“ schließen',
  ],
])('a finding about %s', (_, text, message, title) => {
  const severities = { rules: { 'emissions-context': 'off' } } as const;
  const [finding] = checkCard(readCard(`---\n${text}`), { severities }).findings;
  expect(finding?.message).toBe(message);
  expect(finding?.fixes?.[0]?.title).toBe(title);
});
