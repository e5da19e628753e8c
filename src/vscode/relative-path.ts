import * as vscode from 'vscode';

/** The path of a file below its workspace folder, with `/`. */
export function relativePath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replaceAll('\\', '/');
}
