import { describe, expect, test } from 'vitest';

import { fitGlm } from '../../../../src/core/glm/fit';
import type { GlmFit } from '../../../../src/core/glm/fit';
import { influenceOf } from '../../../../src/core/glm/influence';
import { type PipelineOrder, runPipeline } from '../../../../src/core/glm/pipeline';
import { residualQuantilePlots } from '../../../../src/core/glm/quantile-plot';
import { summary } from '../../../../src/core/glm/summary';
import {
  type ExactFit,
  type ReferenceFit,
  hasReferenceData,
  nistDesign,
  readLre,
  readNist,
  readReference,
  readReferenceDesign,
  referenceDataMissing,
  worstDigits,
} from './reference-data';

const orders: PipelineOrder[] = ['cook_first', 'vif_first'];

/** Equal up to a relative error; `floor` is the size below which only the absolute error counts. */
function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  floor = 0,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const wanted = expected[i] ?? NaN;
    const error = Math.abs((actual[i] ?? NaN) - wanted);
    if (!(error <= tolerance * Math.max(Math.abs(wanted), floor)))
      expect(actual[i], `entry ${i}`).toBe(wanted);
  }
}

/** When statsmodels printed a summary. */
function dateIn(text: string): Date {
  const date = /Date: +\w{3}, (\d\d \w{3} \d{4})/.exec(text)?.[1] ?? '';
  return new Date(`${date} ${/Time: +(\S+)/.exec(text)?.[1] ?? ''}`);
}

function expectExact(fit: GlmFit, exact: ExactFit, tolerance: number): void {
  expectClose(fit.params, exact.params, tolerance);
  expectClose(fit.bse, exact.bse, tolerance);
  expectClose(fit.cov.flat(), exact.cov.flat(), tolerance);
  expectClose(
    [fit.scale, fit.deviance, fit.nullDeviance, fit.logLik, fit.logLikNull, fit.pseudoR2CS],
    [exact.scale, exact.deviance, exact.null_deviance, exact.llf, exact.llnull, exact.pseudo_r2_cs],
    tolerance,
  );
}

function expectAsStatsmodels(fit: GlmFit, reference: ReferenceFit): void {
  expect(fit.columns).toEqual(reference.columns);
  expect([fit.nobs, fit.dfModel, fit.dfResid, fit.iterations]).toEqual([
    reference.nobs,
    reference.df_model,
    reference.df_resid,
    reference.iterations,
  ]);
  expectClose(fit.params, reference.params, 1e-9);
  expectClose(fit.bse, reference.bse, 1e-9);
  expectClose(fit.z, reference.z, 1e-9);
  expectClose(fit.p, reference.p, 1e-9);
  expectClose(fit.ciLow, reference.ci_low, 1e-9);
  expectClose(fit.ciHigh, reference.ci_high, 1e-9);
  expectClose(fit.cov.flat(), reference.cov.flat(), 1e-9);
  expectClose(
    [fit.scale, fit.deviance, fit.nullDeviance, fit.logLik, fit.logLikNull, fit.pearsonChi2, fit.pseudoR2CS],
    [
      reference.scale,
      reference.deviance,
      reference.null_deviance,
      reference.llf,
      reference.llnull,
      reference.pearson_chi2,
      reference.pseudo_r2_cs,
    ],
    1e-9,
  );
  expectClose(
    [fit.r2Deviance, fit.aic, fit.bicDeviance, fit.bicLogLik],
    [reference.r2_deviance, reference.aic, reference.bic_deviance, reference.bic_llf],
    1e-9,
  );
}

describe.skipIf(!hasReferenceData)(`the pipeline equals statsmodels (${referenceDataMissing})`, () => {
  describe.each(['synthetic', 'hfco2'])('%s', (dataset) => {
    const reference = hasReferenceData ? readReference(dataset) : null;
    const data = hasReferenceData ? readReferenceDesign(dataset) : null;
    if (reference === null || data === null) return;
    const { design, response, rowIds, grams } = data;

    test('first fit', () => {
      const fit = fitGlm(design, response);
      expectAsStatsmodels(fit, reference.initial_fit);
      expectExact(fit, reference.exact.initial, 1e-10);
      expectExact(fitGlm(design, response, { certified: true }), reference.exact.initial, 4e-15);
    });

    test('influence in the first fit', () => {
      const { leverage, cooksDistance, residStudentized } = influenceOf(design, response);
      const { initial_influence: statsmodels, exact } = reference;
      expectClose(leverage, exact.initial_leverage, 1e-10);
      // A residual near zero keeps only its absolute accuracy, and Cook's distance has its square.
      expectClose(cooksDistance, exact.initial_cooks_distance, 1e-10, statsmodels.threshold);
      expectClose(residStudentized, statsmodels.resid_studentized, 1e-9, 1e-2);
    });

    test('Q-Q coordinates before and after the logarithm', () => {
      const { before, after } = residualQuantilePlots(design, grams);
      for (const [plot, scipy] of [
        [before, reference.qq.before_log],
        [after, reference.qq.after_log],
      ] as const) {
        const spread = Math.max(...scipy.osr.map(Math.abs));
        expectClose(plot.theoretical, scipy.osm, 1e-9, 1);
        expectClose(plot.ordered, scipy.osr, 1e-9, spread * 1e-3);
        expectClose([plot.slope, plot.r], [scipy.slope, scipy.r], 1e-9);
        expect(Math.abs(plot.intercept - scipy.intercept)).toBeLessThan(1e-9 * spread);
      }
    });

    test.each(orders)('%s: the same rows and columns go in the same rounds', (order) => {
      const variant = reference.variants[order];
      const result = runPipeline(design, response, rowIds, { order });

      expect(result.influence.map(({ check, n, removed }) => ({ check, n, removed }))).toEqual(
        variant.cook_iterations.map(({ iteration, n, removed_rows: removed }) => ({
          check: iteration,
          n,
          removed,
        })),
      );
      expectClose(
        result.influence.flatMap(({ threshold, maxCook }) => [threshold, maxCook]),
        variant.cook_iterations.flatMap(({ threshold, max_cook: maxCook }) => [threshold, maxCook]),
        1e-9,
      );
      expect(result.collinearity.map(({ removed }) => removed)).toEqual(
        variant.vif_steps.map(({ removed }) => removed),
      );
      result.collinearity.forEach(({ vif }, step) => {
        const wanted = variant.vif_steps[step]?.vif ?? {};
        expect(Object.keys(vif)).toEqual(Object.keys(wanted));
        expectClose(Object.values(vif), Object.values(wanted), 1e-9);
      });
      expect(result.rows).toEqual(variant.rows_final);
      expectAsStatsmodels(result.fit, variant.final_fit);
      expectExact(result.fit, reference.exact[`${order}_final`], 4e-15);
      expect(summary(result.fit, { date: dateIn(variant.final_fit.summary) })).toBe(
        variant.final_fit.summary,
      );
      if (variant.final_cook_exceeding !== undefined) {
        expect(result.stillInfluential).toBe(variant.final_cook_exceeding);
      }
      if (variant.first_influence !== undefined) {
        const { threshold, cooks_distance: distances, leverage } = variant.first_influence;
        expectClose(result.firstInfluence.cooksDistance, distances, 1e-9, threshold);
        expectClose(result.firstInfluence.leverage, leverage, 1e-9);
      }
    });
  });
});

describe.skipIf(!hasReferenceData)(`NIST StRD (${referenceDataMissing})`, () => {
  const sets = Object.entries(hasReferenceData ? readNist() : {});
  const ceilings = hasReferenceData ? readLre('ceiling') : {};

  test.each(sets)('%s: the certified fit reaches every digit that double input allows', (name, set) => {
    const { design, response } = nistDesign(set);
    const fit = fitGlm(design, response, { certified: true });
    // The table of ceilings is rounded to a tenth.
    expect(worstDigits(fit.params, set.certified.params)).toBeGreaterThanOrEqual(
      Number(ceilings[name]) - 0.05,
    );
    const spread = name === 'filip' ? 7 : 13;
    expect(worstDigits(fit.bse, set.certified.se)).toBeGreaterThan(spread);
    expect(worstDigits([Math.sqrt(fit.scale)], [set.certified.residual_sd])).toBeGreaterThan(spread);
    if (set.intercept)
      expect(worstDigits([fit.r2Deviance], [set.certified.r_squared])).toBeGreaterThan(spread - 3);
  });
});
