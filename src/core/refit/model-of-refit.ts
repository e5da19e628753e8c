import { INTERCEPT } from '../glm/design-matrix';
import type { EmissionsModel, TermTransform, TrainingCategories, TrainingRange } from '../glm/model-file';
import { modelOfFit } from '../glm/model-of-fit';
import { OTHER_DOMAIN, OTHER_ORGANIZATION } from './categories';
import type { CategoryCodes } from './cleaned-export';
import { LOG10_OFFSET } from './design';
import type { Refit } from './refit';
import type { ExportSource } from './source';

/**
 * The model file of a refit. Ranges and counts are those of the rows in the reported fit, so that prediction can say
 * where it extrapolates. Its title and source are English, for cards and other people's editors show them; its notes are
 * the report's warnings.
 */
export function modelOfRefit(source: ExportSource, refit: Refit, date: Date): EmissionsModel {
  const names = source.files.map(({ name }) => name).join(', ');
  const places = placesOf(refit.cleaned.rows, refit.pipeline.rows);
  return modelOfFit(refit.pipeline.fit, {
    title: `Refit from ${names}`,
    transforms: transformsOf(refit),
    training: {
      ranges: Object.fromEntries(
        refit.cleaned.predictors
          .filter(({ term }) => refit.pipeline.fit.columns.includes(term))
          .map(({ predictor, values }) => [predictor, rangeOf(values, places)]),
      ),
      categories: {
        domain: categoriesOf(refit, refit.cleaned.domains, 'domain', places),
        organization: categoriesOf(refit, refit.cleaned.organizations, 'organization', places),
      },
    },
    provenance: {
      title: names,
      source: `${refit.cleaned.total} records of a dataset export (${source.profile}), ${refit.cleaned.rows.length} used, ${refit.pipeline.fit.nobs} in the fit`,
      date: date.toISOString(),
      exportHash: source.sha256 === null ? null : `sha256:${source.sha256}`,
      notes: [...refit.warnings],
    },
  });
}

function transformsOf({ cleaned, design }: Refit): Record<string, TermTransform> {
  const transforms: Record<string, TermTransform> = { [INTERCEPT]: { kind: 'intercept' } };
  for (const { kind, name, use } of design.categories) {
    if (use === 'column') transforms[name] = { kind: 'indicator', predictor: kind, category: name };
  }
  for (const { term, predictor, transform } of cleaned.predictors) {
    transforms[term] =
      transform === 'log10'
        ? { kind: 'log10', predictor, offset: LOG10_OFFSET }
        : { kind: 'identity', predictor };
  }
  return transforms;
}

/** Where the rows of the fit stand among the used rows; both ascend. */
function placesOf(used: Uint32Array, fitted: readonly number[]): Uint32Array {
  const places = new Uint32Array(fitted.length);
  let at = 0;
  for (const [i, id] of fitted.entries()) {
    while (at < used.length && used[at] !== id) at++;
    places[i] = at;
  }
  return places;
}

function rangeOf(values: Float64Array, places: Uint32Array): TrainingRange {
  let min = Infinity;
  let max = -Infinity;
  for (const at of places) {
    const value = values[at] ?? NaN;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max, basis: 'counted' };
}

function categoriesOf(
  { pipeline }: Refit,
  { names, codes }: CategoryCodes,
  kind: 'domain' | 'organization',
  places: Uint32Array,
): TrainingCategories {
  const counts = new Float64Array(names.length);
  for (const at of places) counts[codes[at] ?? 0] = (counts[codes[at] ?? 0] ?? 0) + 1;
  const present = names
    .map((name, code) => ({ name, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0);
  const baseline = present.filter(({ name }) => !pipeline.fit.columns.includes(name)).map(({ name }) => name);
  return {
    // Without a row in the baseline, the name still means "none of the others".
    baseline: baseline.length > 0 ? baseline : [kind === 'domain' ? OTHER_DOMAIN : OTHER_ORGANIZATION],
    rows: Object.fromEntries(present.map(({ name, count }) => [name, { count, basis: 'counted' as const }])),
  };
}
