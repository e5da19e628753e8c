/** Something that the user of the command line can mend; its message is all they need to see. */
export class UsageError extends Error {}
