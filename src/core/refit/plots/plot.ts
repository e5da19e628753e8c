/** A drawn plot. */
export interface Plot {
  readonly title: string;
  /** What to see in it, in a sentence or two, with a word on points that were left out. */
  readonly caption: string;
  readonly svg: string;
}

/** Joins the sentences of a caption. */
export function caption(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
