import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devCards } from '../corpus/dev-cards';
import { goldenCards } from '../golden/golden-cards';

const SAMPLES = join(import.meta.dirname, '..', 'samples');

/** A card as large evaluations write it, with a hundred results. */
function resultsCard(): string {
  const results = Array.from(
    { length: 100 },
    (_, at) =>
      `  - task: {type: text-classification, name: Task ${at}}\n    dataset: {type: moths/set-${at}, name: Set ${at}}\n` +
      `    metrics:\n    - {type: accuracy, value: 0.${at}}\n`,
  ).join('');
  return `---\nlicense: mit\nco2_eq_emissions: 1.71\nmodel-index:\n- name: moths\n  results:\n${results}---\n\n# Moths\n\nTraining emitted 1.71 kg CO2.\n`;
}

/** A card in which everything has an anchor. */
const ANCHORS = `---
license: &license mit
tags: &tags [moths, &kind ants]
co2_eq_emissions: &co2
  emissions: &amount 0.5
  source: &source "CodeCarbon"
  training_type: &type finetuned
other: {<<: *co2, tags: *tags, kind: *kind, amount: *amount}
again: [*license, *source, *type]
---

# Moths
`;

/** The texts that are mutated: real cards where they are there, the samples, the golden cards, generated ones. */
export function seedCards(): readonly string[] {
  const samples = readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(SAMPLES, name, 'README.md'), 'utf8'));
  const golden = goldenCards().map(({ text }) => text);
  return [...devCards().map(({ text }) => text), ...samples, ...golden, resultsCard(), ANCHORS];
}
