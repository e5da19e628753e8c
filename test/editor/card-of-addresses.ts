/** Every place of a card that names something on a network, and kilograms in place of grams. */
export const CARD_OF_ADDRESSES = `---
$schema: http://localhost:1/schema.json
# yaml-language-server: $schema=http://localhost:1/other.json
license: mit
license_link: http://localhost:1/license
pipeline_tag: text-generation
base_model: somebody/a-model-7b
thumbnail: http://localhost:1/a.png
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
---

![a picture](http://localhost:1/b.png)

Training emitted 1.71 kg of CO2eq.
`;
