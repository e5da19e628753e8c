/**
 * A new model card, as a snippet: `${n:text}` is the n-th place to fill in. As it stands no rule finds anything in it.
 * It declares no emissions: a made-up number would be worse than none.
 */
export const modelCardTemplate = `---
language: \${1:en}
license: \${2:apache-2.0}
library_name: \${3:transformers}
pipeline_tag: \${4:text-classification}
# What training emitted, in grams. CodeCarbon's emissions.csv has kilograms:
# the command "Insert from emissions.csv" converts them.
# co2_eq_emissions:
#   emissions:
#   source: CodeCarbon
#   training_type: fine-tuning
#   geographical_location:
#   hardware_used:
---

# \${5:Name of the model}

\${6:What the model does, and for whom.}

## Uses

\${7:What it is meant for, and what it should not be used for.}

## Training

\${8:The data, the hardware, and how long it took.}

## Evaluation

\${9:How well it does what, measured on which data.}
$0`;
