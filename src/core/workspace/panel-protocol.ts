import type { BulkFix } from './bulk-fix';
import type { WorkspaceRow } from './workspace-row';

/** Everything that the table of a workspace's cards shows, as plain data. */
export interface WorkspaceState {
  readonly headline: string;
  /** What is not in the table and why, a sentence each. */
  readonly notes: readonly string[];
  readonly rows: readonly WorkspaceRow[];
  /** For how many cards there are fixes of each kind. */
  readonly offers: Readonly<Record<BulkFix, number>>;
}

/** What the editor tells the page. Nothing is sent before the page is ready. */
export type ToWorkspacePanel =
  /** A check goes on; what is shown stays until it is done. */
  | { readonly type: 'checking'; readonly seen: number; readonly files: number }
  | { readonly type: 'state'; readonly state: WorkspaceState }
  /** Cards have changed since they were checked. */
  | { readonly type: 'outdated' }
  /** Something was done, in a few words. */
  | { readonly type: 'done'; readonly text: string };

export type WorkspaceAction = 'check' | 'cancel' | 'fixSafe' | 'fixKilograms' | 'saveCsv' | 'saveJson';

/** What the page tells the editor. */
export type FromWorkspacePanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: WorkspaceAction }
  /** Go to a card: its place in the state's rows, and the finding's place among its findings. */
  | { readonly type: 'open'; readonly row: number; readonly finding?: number };
