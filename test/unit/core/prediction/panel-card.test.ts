import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { judgeUnit } from '../../../../src/core/judgement/judgement';
import {
  panelCard,
  type PanelCardInput,
  type PanelCardResult,
} from '../../../../src/core/prediction/panel-card';
import type { PredictorSettings } from '../../../../src/core/predictors/predictor';
import { predictorsOf, SMALL } from './sample-predictors';

const KILOGRAMS = `---
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  hardware_used: 1 x NVIDIA A10G
---
Training emitted 1.71 kg of CO2eq and took 14.5 hours.
`;

interface Sample extends Partial<Omit<PanelCardInput, 'card' | 'gathered'>> {
  readonly settings?: PredictorSettings;
}

function panelFor(text: string, { settings = SMALL, ...input }: Sample = {}): PanelCardResult {
  const card = readCard(text);
  return panelCard({
    card,
    name: 'README.md',
    model: paperModel,
    gathered: predictorsOf(text, settings),
    whatIf: {},
    judgement: judgeUnit(card, {}),
    hasFolder: true,
    editable: true,
    ...input,
  });
}

describe('a card in the panel', () => {
  test('shows the check value of the paper’s model with its range', () => {
    const { card } = panelFor('---\nlicense: mit\n---\n');
    expect(card.estimate).toMatchObject({
      headline: '≈ 5.0 g',
      range: '95 of 100 models like this emit between 260 mg and 97 g in training.',
    });
    expect(card.missing).toEqual([]);
  });

  test('multiplies up to the prediction, step by step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e6, max: 1e11 }),
        fc.integer({ min: 1, max: 5000 }),
        (parameters, commits) => {
          const { card, prediction } = panelFor('', { settings: { ...SMALL, parameters, commits } });
          const steps = card.estimate?.steps.steps ?? [];
          expect(steps.at(-1)?.to).toBeCloseTo(prediction?.grams ?? Number.NaN, 6);
          for (const [i, step] of steps.entries())
            expect(step.from).toBe(i === 0 ? step.to : steps[i - 1]?.to);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('names each term, what it is here and its factor', () => {
    const steps = panelFor('').card.estimate?.steps.steps ?? [];
    expect(
      steps.map(({ label, value, factor }) => [label, value, factor].filter(Boolean).join(' | ')),
    ).toEqual([
      'Start | 2.5 mg',
      'Parameters | 66,000,000 | × 930',
      'Likes | 0 | ÷ 1.5',
      'Commits | 5 | × 4.8',
      'Age in days | 1 | × 1.0',
      'Task domain | Natural Language Processing | ÷ 1.5',
      'Prediction | 5.0 g',
    ]);
  });

  test('puts prediction, declaration, what was probably meant and physics side by side', () => {
    const { amounts } = panelFor(KILOGRAMS).card;
    expect(amounts.rows.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'predicted: 5.0 g (260 mg to 97 g)',
      'declared: 1.71 g',
      'meant: 1.7 kg',
      expect.stringMatching(/^physical: /),
    ]);
    expect(amounts.verdicts).toEqual([
      '1.7 kg, as it was probably meant, disagrees with the prediction: above its range of 260 mg to 97 g, by a factor of 18.',
      expect.stringMatching(/^1.7 kg, as it was probably meant, agrees with the physical estimate: /),
    ]);
  });

  test('compares a declared value that is as it should be', () => {
    const { verdicts } = panelFor('---\nco2_eq_emissions: 12.5\n---\n').card.amounts;
    expect(verdicts).toEqual([
      'The declared 12.5 g agrees with the prediction: 2.5 times as much, and within its range of 260 mg to 97 g.',
    ]);
  });

  test('does not let an inserted estimate confirm itself', () => {
    const text =
      '---\nco2_eq_emissions:\n  emissions: 5.02\n  source: "Estimated by Model Card CO2 (model: Table 2)"\n---\n';
    expect(panelFor(text).card.amounts.verdicts).toEqual([
      'The declared 5.02 g is itself an estimate that was inserted here, not a measurement.',
    ]);
  });

  test('says what is missing, and predicts once a size is typed', () => {
    const without = panelFor('', { settings: {} });
    expect(without.card.estimate).toBeUndefined();
    expect(without.card.missing[0]).toMatch(/size/);
    expect(without.card.predictors[0]).toMatchObject({ name: 'parameters', text: '', kind: 'missing' });

    const typed = panelFor('', { settings: {}, whatIf: { parameters: '66M' } }).card;
    expect(typed.estimate?.headline).toMatch(/^≈ /);
    expect(typed).toMatchObject({ changed: true, sizeCanBeKept: true, missing: [] });
  });

  test.each([
    ['a size that cannot be read', { whatIf: { parameters: 'big' } }],
    ['a card outside every folder', { whatIf: { parameters: '66M' }, hasFolder: false }],
    ['another value', { whatIf: { commits: '9' } }],
  ])('offers to keep no size: %s', (_, input) => {
    expect(panelFor('', input).card.sizeCanBeKept).toBe(false);
  });

  test('shows a text that cannot be read as it was typed, with what is wrong', () => {
    const [size] = panelFor('', { whatIf: { parameters: 'big' } }).card.predictors;
    expect(size).toMatchObject({ text: 'big', changed: true, kind: 'declared' });
    expect(size?.problem).toMatch(/such as 7B/);
  });

  test('names extrapolation and thin categories', () => {
    const { card } = panelFor('', { settings: { ...SMALL, parameters: 1e12, task: 'text-to-speech' } });
    expect(card.estimate?.warnings.join(' ')).toMatch(/xtrapolat.*Audio/);
  });

  test('is plain data, so that it can be sent to a page', () => {
    const { card } = panelFor(KILOGRAMS);
    expect(structuredClone(card)).toEqual(card);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});
