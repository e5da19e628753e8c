import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../../../src/core/card/statements/find-statements';

/** What is too unsure to be evidence about this model. */
const LIKELY = 0.5;

/** The quotes of what a text states of its own model's energy, hours and hardware. */
function own(text: string): string[] {
  return findStatements(text, 0).flatMap(({ certainty, quote }) => (certainty >= LIKELY ? [quote] : []));
}

describe('of another model', () => {
  test.each([
    ['the base model', 'Pre-training of the base model used 400 kWh.'],
    ['a base model by its name', 'The base model (Llama 2) took 1,720,320 GPU hours of A100-80GB.'],
    ['a known model', 'GPT-3 consumed 1287 MWh.'],
    ['a known model that was trained', 'LLaMA was trained for 82,432 GPU hours.'],
    ['named behind the amount', '3.3M GPU hours were used by Llama 2'],
    ['a heading', '# Fern\n\n### Base model\n\nPre-training took 5,000 kWh.'],
    ['the first heading', '## Base model\n\nPre-training took 5,000 kWh.'],
    ['a heading with a name', '# Fern\n\n## Llama 2\n\n- GPU hours: 3,311,616'],
    ['a heading in a card without a title', '### Llama 2 70B\n\n- GPU hours: 1,720,320'],
    ['the teacher', 'The teacher was trained for 900 hours.'],
    ['a row of a table', '| Model | Energy (MWh) |\n|---|---|\n| GPT-3 | 1287 |'],
    ['a title that goes on', '# Whisper small Dutch\n\nWhisper was trained for 12 hours on V100.'],
    ['the previous model', 'Training the previous model took 12 hours.'],
  ])('%s', (_what, text) => expect(own(text)).toEqual([]));
});

describe('of this model', () => {
  test.each([
    ['made from another', 'We fine-tuned Llama 2 for 12 hours.', ['12 hours']],
    ['an architecture trained anew', 'We trained BERT for 9 days.', ['9 days']],
    ['based on another', 'Our model, based on BERT, took 12 hours of training.', ['12 hours']],
    ['of a kind', 'A BERT-based model trained for 12 hours.', ['12 hours']],
    ['compared with another', 'GPT-3 consumed 1287 MWh, while our model used 3.4 kWh.', ['3.4 kWh']],
    ['a heading with more than a name', '## Llama for ferns\n\nTraining used 4 kWh.', ['4 kWh']],
    ['after another', 'After pre-training of the base model (400 kWh), fine-tuning used 3 kWh.', ['3 kWh']],
    ['its own title', '# BLOOM\n\nBLOOM was trained for 1,082,990 GPU hours.', ['1,082,990 GPU hours']],
    ['under its own heading', '### Base model\n\nBERT.\n\n### This model\n\nTraining used 4 kWh.', ['4 kWh']],
  ])('%s', (_what, text, quotes) => expect(own(text)).toEqual(quotes));
});

describe('not of computing', () => {
  test.each([
    ['what a model forecasts', 'The model forecasts load in kWh: 4000 kWh for building A.'],
    ['what it was trained to forecast', 'It was trained to forecast a load of 4000 kWh.'],
    ['hours ahead', 'The model was trained to predict the next 48 hours.'],
    ['what is produced', 'The solar panel produced 9000 kWh last year.'],
    ['what is stored', 'The battery stores 75 kWh.'],
    ['what is saved', 'Training in half precision saved 40 kWh.'],
    ['what was generated', '9000 kWh of solar power were generated.'],
    ['what the machines took to make', 'Embodied energy of the GPU: 1,200 kWh'],
    ['what a cluster uses', 'The cluster consumes 500 kWh.'],
    ['what a household uses', 'An average household uses 4000 kWh.'],
    ['hours of data', 'Whisper was trained on 680k hours.'],
  ])('%s', (_what, text) => expect(own(text)).toEqual([]));

  test.each([
    ['a cluster that trained', 'Training on our cluster consumed 500 kWh.', ['500 kWh']],
    ['a forecaster in training', 'Training the forecasting model used 3 kWh.', ['3 kWh']],
    ['what was emitted besides', 'Training produced 18 kg of CO2 from 42 kWh.', ['18 kg of CO2', '42 kWh']],
    ['hours of computing', 'Trained with 36 hours of compute.', ['36 hours']],
  ])('but not %s', (_what, text, quotes) => expect(own(text)).toEqual(quotes));
});
