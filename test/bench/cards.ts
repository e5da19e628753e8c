/** Cards to measure by: the lengths in UTF-16 units, each as a title says it. */
export const CARD_SIZES = { '3 kB': 3000, '30 kB': 30_000, '1 MB': 1_000_000 } as const;

export type CardSize = keyof typeof CARD_SIZES;

const EMISSIONS = `co2_eq_emissions:
  emissions: 2.84
  source: CodeCarbon
  training_type: fine-tuning
  geographical_location: Bergen, Norway
  hardware_used: 1 x A100
`;

/** The front matter of an ordinary card, with CodeCarbon's kilograms pasted. */
export const FRONT_MATTER = `---
license: apache-2.0
language: [en, "no"]
pipeline_tag: text-classification
library_name: transformers
base_model: some-lab/lichen-base
datasets:
- some-lab/lichen
tags: [lichen, moss, bark]
${EMISSIONS}---
`;

const IMPACT = `
## Environmental impact

- **Hardware Type:** 1 x A100
- **Hours used:** 14
- **Carbon Emitted:** 2.84 kg CO2eq

`;

/** Ordinary Markdown: prose, lists, a table, code. */
const SECTION = `
## Evaluation

The model was evaluated on 12,000 photographs from 37 sites, each labelled by two of the authors. It reaches an accuracy of 0.914
and a macro F1 of 0.887; see [the report](https://example.org/report) for the confusion matrix and 95 % intervals.

- batch size: 64, learning rate: 2e-5, 3 epochs
- images of 224 x 224 pixels, augmented by flips and crops

| site | accuracy | F1 | images |
| ---- | -------- | -- | ------ |
| Os | 0.921 | 0.893 | 412 |
| Voss | 0.907 | 0.871 | 318 |

\`\`\`python
from transformers import pipeline
classify = pipeline("image-classification", model="some-lab/lichen")
\`\`\`
`;

/**
 * A card of about this length, with one finding: its grams are kilograms.
 *
 * @param results evaluation results in the front matter, 150 characters each
 */
export function madeUpCard(length: number, results = 0): string {
  const head = withResults(results) + IMPACT;
  return head + SECTION.repeat(Math.max(0, Math.ceil((length - head.length) / SECTION.length)));
}

function withResults(results: number): string {
  if (results === 0) return FRONT_MATTER;
  const one = (index: number): string =>
    `  - task: {type: text-classification}\n    dataset: {type: org/set-${index}, name: Set ${index}}\n` +
    `    metrics:\n    - {type: accuracy, value: 0.${index + 1}}\n`;
  const all = Array.from({ length: results }, (_, index) => one(index)).join('');
  return FRONT_MATTER.replace(EMISSIONS, `${EMISSIONS}model-index:\n- name: lichen\n  results:\n${all}`);
}
