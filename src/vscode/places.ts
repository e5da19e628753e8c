import * as vscode from 'vscode';

/** What begins an address: a scheme of more letters than a drive has. */
const SCHEME = /^[a-z][a-z\d+.-]+:\//i;

/** How a place is kept and handed on as text: a path where it is one of this machine, else its address. */
export function placeOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

/** Whether a place is written as an address. */
export function isAddress(place: string): boolean {
  return SCHEME.test(place);
}

/** The place that {@link placeOf} wrote. */
export function uriOf(place: string): vscode.Uri {
  return isAddress(place) ? vscode.Uri.parse(place) : vscode.Uri.file(place);
}

/** The last part of a place: the name of a file or folder. */
export function nameOfPlace(place: string): string {
  return (
    uriOf(place)
      .path.split('/')
      .findLast((part) => part !== '') ?? place
  );
}
