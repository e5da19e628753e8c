/** An expression that takes time with the square of its text, whose caller refuses long ones. */
export interface BoundedExpression {
  /** The file below `src`, and how the expression begins: of the expressions of the file only this one does. */
  readonly where: string;
  readonly begins: string;
  /** The start of a text that leads the caller to the expression. */
  readonly start: string;
  /** Loads the caller. */
  readonly caller: () => Promise<(text: string) => unknown>;
}

export const BOUNDED: readonly BoundedExpression[] = [
  {
    where: 'core/quantity/quantity.ts',
    begins: '^[\\s"\'`*_)\\]}$.]*',
    start: '5 g',
    caller: async () => (await import('../../src/core/quantity/quantity')).parseQuantity,
  },
];
