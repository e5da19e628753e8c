import { expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { hintOf } from '../../../../src/core/prediction/hint';
import { predictCard } from '../../../../src/core/prediction/predict-card';

const problem = 'The model in refit.json is not used. This model needs “downloads”.';

test.each([
  ['a size', { parameters: '7B' }],
  ['no size', {}],
])('a hint for a card with %s says why the chosen model does not serve', (_, settings) => {
  const prediction = predictCard(paperModel, { card: readCard(''), settings });
  expect(hintOf(prediction).tooltip).not.toContain('refit.json');
  expect(hintOf(prediction, problem).tooltip.split('\n\n')).toContain(problem);
  expect(hintOf(prediction, problem).label).toBe(hintOf(prediction).label);
});
