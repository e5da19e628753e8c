import type { QuantilePlot } from '../glm/quantile-plot';
import type { Refit } from './refit';
import type { ExportSource } from './source';

/**
 * The result as `refit --format json` prints it, and beside it what was read, how the amounts
 * were arrived at, and the categories.
 */
export function refitJson(
  source: ExportSource,
  { cleaned, design, pipeline, quantilePlots, warnings }: Refit,
): unknown {
  return {
    rows: {
      total: cleaned.total,
      used: cleaned.rows.length,
      dropped: Object.fromEntries(cleaned.dropped.map(({ reason, rows }) => [reason, rows.toArray()])),
      how: cleaned.readings.origin,
      units: cleaned.readings.unit,
    },
    order: pipeline.order,
    initial: pipeline.initial,
    influence: pipeline.influence.map(({ check, n, threshold, removed }) => ({
      check,
      n,
      threshold,
      removed,
    })),
    collinearity: pipeline.collinearity.map(({ vif, removed }) => ({ vif, removed })),
    fit: pipeline.fit,
    qq: quantilePlots && { before: plotJson(quantilePlots.before), after: plotJson(quantilePlots.after) },
    warnings,
    categories: design.categories,
    ranges: design.ranges,
    stillInfluential: pipeline.stillInfluential,
    source: {
      files: source.files,
      profile: source.profile,
      columns: Object.fromEntries(source.map),
      missing: source.missing,
      emissionsFromCards: source.emissionsFromCards,
    },
  };
}

function plotJson({ theoretical, ordered, r, slope, intercept }: QuantilePlot): unknown {
  return { theoretical, ordered, r, slope, intercept };
}
