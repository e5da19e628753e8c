import * as vscode from 'vscode';
import { isAddress, placeOf } from '../places';
import { SECTION } from '../settings';

/** The setting that names the model file; empty for the bundled model. */
export const MODEL_SETTING = 'model';

/**
 * The file that the setting names; undefined where it names none. A relative path starts at the workspace's first
 * folder. On the Web a file outside of it is named by its address.
 */
export function modelFileInSettings(): vscode.Uri | undefined {
  const path = vscode.workspace.getConfiguration(SECTION).get<string>(MODEL_SETTING, '').trim();
  if (path === '') return undefined;
  if (isAddress(path)) return vscode.Uri.parse(path);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) {
    const uri = vscode.Uri.file(path);
    return folder ? folder.with({ path: uri.path }) : uri;
  }
  return folder ? vscode.Uri.joinPath(folder, path) : vscode.Uri.file(path);
}

/**
 * Makes a file (or the bundled model, for undefined) the one that the settings name. A file in the workspace goes into
 * the workspace's settings, any other into the user's; a setting that would override it is removed.
 */
export async function writeModelSetting(file: vscode.Uri | undefined): Promise<void> {
  const section = vscode.workspace.getConfiguration(SECTION);
  const set = section.inspect<string>(MODEL_SETTING);
  const inWorkspace = file !== undefined && vscode.workspace.getWorkspaceFolder(file)?.index === 0;
  if (file === undefined || !inWorkspace) {
    if (set?.workspaceValue !== undefined) {
      await section.update(MODEL_SETTING, undefined, vscode.ConfigurationTarget.Workspace);
    }
    if (file !== undefined || set?.globalValue !== undefined) {
      await section.update(MODEL_SETTING, file && settingFor(file), vscode.ConfigurationTarget.Global);
    }
    return;
  }
  const path = vscode.workspace.asRelativePath(file, false);
  await section.update(MODEL_SETTING, path, vscode.ConfigurationTarget.Workspace);
}

/** A path is read as one of where the workspace lies; any other place is named by its address. */
function settingFor(file: vscode.Uri): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const isBeside =
    folder === undefined || (folder.scheme === file.scheme && folder.authority === file.authority);
  return isBeside ? file.fsPath : placeOf(file);
}
