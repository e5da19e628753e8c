import * as l10n from '@vscode/l10n';
import { choice, documented } from './documented';
import type { JsonSchema } from './json-schema';

const PAGE = 'model-cards-co2';

const text = (description: string, examples: readonly string[] = []): JsonSchema =>
  documented(description, PAGE, { type: 'string', examples });

const amount = (description: string): JsonSchema =>
  documented(description, PAGE, { type: 'number', minimum: 0 });

const properties = (): Readonly<Record<string, JsonSchema>> => ({
  emissions: amount(
    l10n.t(
      'Emissions of the training in **grams of CO₂ equivalent**, as a plain number. CodeCarbon reports kilograms: multiply by 1,000.',
    ),
  ),
  source: text(
    l10n.t('Where the number comes from: a tool such as CodeCarbon or AutoTrain, or an article.'),
    ['CodeCarbon', 'AutoTrain', 'https://mlco2.github.io/impact'],
  ),
  training_type: documented(
    l10n.t('Whether the model was trained from scratch or from another one.'),
    PAGE,
    choice({
      'pre-training': l10n.t('trained from scratch'),
      'fine-tuning': l10n.t('trained further from another model'),
    }),
  ),
  geographical_location: text(
    l10n.t(
      'Where the machines stood, as exactly as you can say, such as "Quebec, Canada": the grid decides how much a kilowatt-hour emits.',
    ),
  ),
  hardware_used: text(l10n.t('How much hardware of what kind, such as "8 x A100 SXM4 80GB".')),
  energy_consumed: amount(l10n.t('Energy of the training in **kilowatt-hours** (kWh).')),
  hours_used: amount(l10n.t('Duration of the training in **hours**.')),
  on_cloud: documented(l10n.t('Whether the machines were rented in a cloud.'), PAGE, { type: 'boolean' }),
  cpu_model: text(l10n.t('Model of the processor.')),
  ram_total_size: amount(l10n.t('Memory of the machine in **gigabytes** (GB).')),
});

/** `co2_eq_emissions`: grams as a number, or a mapping that says more. */
export const emissionsSchema = (): JsonSchema =>
  documented(
    l10n.t(
      'CO₂ equivalent that the training emitted, in **grams**: a number, or a mapping of `emissions`, `source`, `training_type`, `geographical_location` and `hardware_used`.',
    ),
    PAGE,
    {
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'object', properties: properties(), required: ['emissions'] },
      ],
      defaultSnippets: [
        {
          label: l10n.t('emissions with source, type, location and hardware'),
          markdownDescription: l10n.t('All that the Hub documents about the emissions of a training.'),
          body: {
            emissions: '$1',
            source: '$2',
            training_type: '${3|pre-training,fine-tuning|}',
            geographical_location: '$4',
            hardware_used: '$5',
          },
        },
      ],
    },
  );
