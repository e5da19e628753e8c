import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { paperModel } from '../../../../src/core/glm/paper-model';
import type { Prediction } from '../../../../src/core/glm/predict';
import { panelCard } from '../../../../src/core/prediction/panel-card';
import { readPanelMemory } from '../../../../src/core/prediction/panel-protocol';
import { estimateAsMarkdown, estimateAsYaml } from '../../../../src/core/prediction/panel-text';
import { predictorsOf, SMALL } from './sample-predictors';

function predicted(): Prediction {
  const { prediction } = predictorsOf('', SMALL);
  if (prediction === undefined) throw new Error('There is no prediction.');
  return prediction;
}

describe('an estimate to paste', () => {
  test('as YAML is read by the Hub, and marked as an estimate', () => {
    expect(load(estimateAsYaml(paperModel, predicted()))).toEqual({
      co2_eq_emissions: {
        emissions: 5.02,
        source:
          'Estimated by Model Card CO2 (model: The Hidden AI Race, Table 2), not measured; 95 % range 260 mg to 97 g',
      },
    });
  });

  test('as Markdown says that it was not measured, and what it rests on', () => {
    const { card } = panelCard({
      card: readCard(''),
      name: 'README.md',
      model: paperModel,
      gathered: predictorsOf('', SMALL),
      whatIf: { domain: 'A | B' },
      judgement: undefined,
      hasFolder: false,
      editable: true,
    });
    const markdown = estimateAsMarkdown(paperModel, predicted(), card);
    expect(markdown).toContain('about **5.0 g of CO₂eq**. This was not measured: 95 of 100');
    expect(markdown).toContain('| Parameters | 66,000,000 | declared, from your settings |');
    expect(markdown).toContain(String.raw`| Task domain | A \| B |`);
  });
});

describe('what an earlier window left', () => {
  test.each<[unknown, object]>([
    [undefined, { whatIf: {} }],
    ['text', { whatIf: {} }],
    [{ card: 3, whatIf: [], comparedWith: null }, { whatIf: {} }],
    [
      { card: 'file:///a', whatIf: { commits: '3', likes: 4 }, comparedWith: '' },
      { card: 'file:///a', whatIf: { commits: '3' }, comparedWith: '' },
    ],
  ])('%j', (saved, memory) => {
    expect(readPanelMemory(saved)).toEqual(memory);
  });
});
