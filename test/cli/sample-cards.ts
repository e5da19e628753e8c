/** CodeCarbon's kilograms, pasted, and the text that proves it: a warning, and a fix that is not safe. */
export const KILOGRAMS = `---
license: apache-2.0
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  training_type: fine-tuning
  geographical_location: Singapore
  hardware_used: 1 x A100
---

Training emitted 1.71 kg of CO2eq.
`;

/** Nothing is wrong with it. */
export const GRAMS = KILOGRAMS.replace('1.71\n', '1710\n');

/** An error with a safe fix. */
export const WITH_UNIT = KILOGRAMS.replace('1.71\n', '"1.71 kg" # measured\n');
