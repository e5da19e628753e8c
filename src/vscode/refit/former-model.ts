/** For whom an accepted model predicts. */
export type ModelScope = 'workspace' | 'user';

/** What an accepted model took the place of, and all that undoing needs. Plain data. */
export interface FormerModel {
  readonly title: string;
  /** Address of the former model's file; absent for the bundled one. */
  readonly file?: string;
  /** What the settings said; absent where they said nothing. */
  readonly workspaceSetting?: string;
  readonly userSetting?: string;
  /** Address of the file that the accepted model was written to. */
  readonly accepted: string;
  readonly scope: ModelScope;
}
