/** Some columns are linear combinations of the others, so their coefficients have no single value. */
export class RankDeficientError extends Error {
  override readonly name = 'RankDeficientError';

  constructor(
    message: string,
    /** The columns that can be written in terms of the others. */
    readonly columns: readonly string[],
  ) {
    super(message);
  }
}

/** There are not enough rows to fit that many terms. */
export class TooFewRowsError extends Error {
  override readonly name = 'TooFewRowsError';

  constructor(
    message: string,
    readonly rows: number,
    readonly terms: number,
  ) {
    super(message);
  }
}
