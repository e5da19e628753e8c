/** An export that cannot be refitted, or an option that cannot be followed: its message is the whole explanation. */
export class RefitError extends Error {
  override readonly name = 'RefitError';
}

/** A refit that the user has cancelled. */
export class RefitCancelled extends Error {
  override readonly name = 'RefitCancelled';
  constructor() {
    super('The refit was cancelled.');
  }
}
