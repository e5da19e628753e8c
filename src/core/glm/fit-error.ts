import * as l10n from '@vscode/l10n';

/** Some columns are linear combinations of the others, so their coefficients have no single value. */
export class RankDeficientError extends Error {
  override readonly name = 'RankDeficientError';

  constructor(
    message: string,
    /** The column that can be written in terms of the others, first, and those others. */
    readonly columns: readonly string[],
  ) {
    super(message);
  }

  /** The error for a column that is made of `others`; with none, it is zero throughout. */
  static of(column: string, others: readonly string[]): RankDeficientError {
    const message =
      others.length === 0
        ? l10n.t(
            'The predictor “{0}” is zero in every row, so its coefficient has no single value. Leave it out.',
            column,
          )
        : l10n.t(
            'The predictor “{0}” can be computed from “{1}”, so its coefficient has no single value. Leave one of them out.',
            column,
            others.join('”, “'),
          );
    return new RankDeficientError(message, [column, ...others]);
  }
}

/** There are not enough rows to fit that many terms. */
export class TooFewRowsError extends Error {
  override readonly name = 'TooFewRowsError';

  constructor(
    readonly rows: number,
    readonly terms: number,
  ) {
    super(
      l10n.t(
        'A fit of {terms} terms needs more than {terms} rows with every predictor and an emission; there are {rows}.',
        { terms, rows },
      ),
    );
  }
}

/** A value that no fit can use: not finite, or outside what the family can produce. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
}
