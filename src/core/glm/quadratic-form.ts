/**
 * xᵀVx: the variance of the linear predictor of a row x, where V is the covariance of the coefficients.
 *
 * @param covariance p×p, an array of rows
 * @param x p values, in the order of the coefficients
 */
export function quadraticForm(covariance: readonly (readonly number[])[], x: readonly number[]): number {
  let sum = 0;
  covariance.forEach((row, j) => {
    row.forEach((value, k) => {
      sum += (x[j] ?? 0) * value * (x[k] ?? 0);
    });
  });
  // A covariance that has been rounded may come out a hair below zero.
  return Math.max(0, sum);
}
