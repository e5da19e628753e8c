import { Matrix, QrDecomposition } from 'ml-matrix';

import { columnOf } from '../../../src/core/glm/design-matrix';
import { fitGlm } from '../../../src/core/glm/fit';
import { nistDesign, readLre, readNist, worstDigits } from '../../unit/core/glm/reference-data';

/**
 * R 4.2.2, `lm(tol = 1e-20)`, on the same files. At its default tolerance R drops columns of Filip and has no digit
 * there.
 */
const r: Readonly<Record<string, number>> = {
  norris: 11.9,
  pontius: 12.0,
  noint1: 14.7,
  noint2: 15,
  filip: 8.2,
  longley: 13.0,
  wampler1: 9.2,
  wampler2: 13.3,
  wampler3: 9.5,
  wampler4: 7.6,
  wampler5: 5.6,
};

/**
 * Correct digits on the NIST StRD sets, ours beside others'. The ceiling is what the exact solution has, since the
 * powers of x are rounded to doubles before anyone solves anything; to exceed it is luck.
 */
export function digitsTable(): Record<string, Record<string, number | string>> {
  const ceilings = readLre('ceiling');
  const statsmodels = readLre('statsmodels') as Record<string, Record<string, number[] | string>>;
  return Object.fromEntries(
    Object.entries(readNist()).map(([name, set]) => {
      const { design, response } = nistDesign(set);
      const certified = fitGlm(design, response, { certified: true });
      const plain = fitGlm(design, response);
      const columns = design.columns.map((_, j) => Array.from(columnOf(design, j)));
      const qr = new QrDecomposition(new Matrix(columns).transpose()).solve(Matrix.columnVector(response));
      const digits = (params: readonly number[]): string =>
        worstDigits(params, set.certified.params).toFixed(1);
      const errors = worstDigits(certified.bse, set.certified.se).toFixed(1);
      return [
        name,
        {
          certified: `${digits(certified.params)} (${errors})`,
          'fast path': digits(plain.params),
          ceiling: String(ceilings[name]),
          R: r[name]?.toFixed(1) ?? '',
          'statsmodels qr': first(statsmodels[name]?.['OLS qr']),
          'statsmodels GLM': first(statsmodels[name]?.['GLM']),
          'ml-matrix QR': digits(qr.to1DArray()),
        },
      ];
    }),
  );
}

/** statsmodels' entries are digits of the coefficients, standard errors and residual deviation, or an error. */
function first(entry: number[] | string | undefined): string {
  return typeof entry === 'object' ? (entry[0]?.toFixed(1) ?? '') : 'fails';
}
