import { assert } from 'chai';
import * as vscode from 'vscode';

const { window, workspace, Uri } = vscode;

/** Rows whose emissions follow their predictors, with noise that looks random and is always the same. */
export function exportOf(rows: number): string {
  const lines = [
    'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,org_type,co2_eq_emissions,card_text',
  ];
  let state = 184;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let at = 0; at < rows; at++) {
    const parameters = Math.round(10 ** (6 + 3 * next()));
    const commits = 1 + Math.floor(60 * next());
    const days = Math.floor(200 * next());
    const created = Date.UTC(2021, 0, 1);
    const dates = [created, created + days * 86_400_000].map((time) => new Date(time).toISOString());
    const grams = Math.exp(-6 + 0.9 * Math.log10(parameters) + 2 * Math.log10(commits) + 3 * (next() - 0.5));
    const task = ['text-classification', 'image-classification', 'fill-mask'][at % 3] ?? '';
    lines.push(
      `user/model-${at},${parameters},${at % 9},${commits},${dates.join(',')},${task},,${grams.toPrecision(6)},`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function fileInWorkspace(path: string): vscode.Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.exists(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export function tabs(): string[] {
  return window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
}
