/** Files of an outcome, relative to its folder. */
export const OUTCOME_FILES = {
  outcome: 'outcome.json',
  model: 'model.json',
  /** The body of the report, as the panel shows it. */
  panel: 'panel.html',
  html: 'report.html',
  markdown: 'report.md',
} as const;

/** Folders of an outcome. */
export const OUTCOME_FOLDERS = { plots: 'plots', tables: 'tables' } as const;

/** A file of the outcome that the user may take away. */
export interface OutcomeFile {
  /** Relative to the folder: "plots/vif.svg". */
  readonly path: string;
  readonly title: string;
}

/** What a refit leaves behind: a folder with the model, the report and its parts, and this summary of it. */
export interface RefitOutcome {
  readonly version: 1;
  /** "Refit from hub.csv": the title of the model. */
  readonly title: string;
  /** The names of the files that were read. */
  readonly source: string;
  /** ISO 8601. */
  readonly date: string;
  /** Why the model cannot predict for cards, in a sentence; undefined where it can. */
  readonly unusable?: string;
  readonly plots: readonly OutcomeFile[];
  readonly tables: readonly OutcomeFile[];
}

/** Reads a summary that may come from another version. */
export function readOutcome(json: string): RefitOutcome | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isOutcome(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOutcome(value: unknown): value is RefitOutcome {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}
