import * as vscode from 'vscode';
import {
  ENTRY_LIMIT,
  isLookedInto,
  type ListedFile,
  type Listing,
} from '../../core/predictors/repository/folder-files';
import { EMISSIONS_DEPTH, isWanted } from '../../core/predictors/repository/repository-facts-of';

/** Lists the files beside a card that tell of it, nearest first. Links are not followed. */
export async function listFiles(folder: vscode.Uri): Promise<Listing> {
  const files: ListedFile[] = [];
  let left = ENTRY_LIMIT;
  let level = [''];
  for (let depth = 0; depth <= EMISSIONS_DEPTH && level.length > 0 && left > 0; depth++) {
    const next: string[] = [];
    for (const path of level) {
      const entries = await entriesOf(vscode.Uri.joinPath(folder, path));
      left -= entries.length;
      if (left < 0) break;
      const at = (name: string): string => (path === '' ? name : `${path}/${name}`);
      for (const [name, type] of entries) {
        if (type === vscode.FileType.Directory && isLookedInto(name)) next.push(at(name));
        if (type !== vscode.FileType.File || !isWanted(name, depth)) continue;
        const uri = vscode.Uri.joinPath(folder, at(name));
        const bytes = await sizeOf(uri);
        if (bytes !== undefined) files.push({ path: at(name), name, depth, realPath: uri.toString(), bytes });
      }
    }
    level = next;
  }
  const cutShort = vscode.l10n.t(
    'The folder holds more than {0} entries; the rest was not looked at.',
    ENTRY_LIMIT,
  );
  return { files, notes: left < 0 ? [cutShort] : [] };
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Undefined where the file is not there any more. */
async function sizeOf(file: vscode.Uri): Promise<number | undefined> {
  return vscode.workspace.fs.stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}
