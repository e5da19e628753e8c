import * as vscode from 'vscode';

/** The pattern of one file, for watchers and selectors. */
export function filePattern(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.split('/').at(-1) ?? '';
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
}
