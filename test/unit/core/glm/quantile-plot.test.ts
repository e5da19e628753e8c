import { expect, test } from 'vitest';

import { quantilePlot } from '../../../../src/core/glm/quantile-plot';

// scipy 1.10: probplot([2.5, -1, 0.25, 4, 0.5, -3], dist='norm')
test('Q-Q coordinates are those of scipy’s probplot', () => {
  const plot = quantilePlot(Float64Array.from([2.5, -1, 0.25, 4, 0.5, -3]));
  expect(plot.ordered).toEqual([-3, -1, 0.25, 0.5, 2.5, 4]);
  const expected = [
    -1.231321714074395, -0.6300338656330609, -0.19819716037416268, 0.19819716037416268, 0.630033865633061,
    1.231321714074395,
  ];
  plot.theoretical.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 14));
  expect(plot.slope).toBeCloseTo(2.784788626499665, 13);
  expect(plot.intercept).toBeCloseTo(0.5416666666666666, 13);
  expect(plot.r).toBeCloseTo(0.9915146505234587, 14);
});
