import * as vscode from 'vscode';
import type { Models } from '../models/models';
import { MODEL_SETTING } from '../models/model-path';
import { placeOf } from '../places';
import { SECTION } from '../settings';
import type { FormerModel, ModelScope } from './former-model';
import type { RefitStorage } from './refit-storage';
import { copyWhole } from './whole-file';

/** Asks once for whom the model is to predict. Without a trusted workspace there is nothing to ask. */
export async function askScope(): Promise<ModelScope | undefined> {
  if (vscode.workspace.workspaceFolders === undefined || !vscode.workspace.isTrusted) return 'user';
  const items = [
    {
      label: `$(root-folder) ${vscode.l10n.t('For this workspace')}`,
      detail: vscode.l10n.t('Stored in its folder .vscode, for everyone who works on it'),
      scope: 'workspace',
    },
    {
      label: `$(account) ${vscode.l10n.t('For all my workspaces')}`,
      detail: vscode.l10n.t('Stored with your settings'),
      scope: 'user',
    },
  ] as const;
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Use the refitted model'),
    placeHolder: vscode.l10n.t('Where shall it predict from now on?'),
    ignoreFocusOut: true,
  });
  return picked?.scope;
}

/**
 * Stores a refitted model and makes it the one in use. Where anything fails, all is as it was.
 *
 * @param model the outcome's model file
 * @throws Error with a sentence for the user
 */
export async function acceptModel(
  model: vscode.Uri,
  scope: ModelScope,
  { models, storage }: { readonly models: Models; readonly storage: RefitStorage },
): Promise<FormerModel> {
  const inUse = await models.inUse();
  const set = settings();
  const file = await freeName(folderFor(scope, storage));
  const former: FormerModel = {
    title: inUse.model.title,
    ...(inUse.file && { file: inUse.file.toString() }),
    ...(set.workspace !== undefined && { workspaceSetting: set.workspace }),
    ...(set.user !== undefined && { userSetting: set.user }),
    accepted: file.toString(),
    scope,
  };
  await copyWhole(model, file);
  try {
    await use(file, scope, models);
  } catch (error) {
    await undoAcceptance(former, models);
    const reason = error instanceof Error ? error.message : String(error);
    const message = vscode.l10n.t('The settings cannot be written, so nothing has changed: {0}', reason);
    throw new Error(message, { cause: error });
  }
  return former;
}

/** Brings the former model back, and the settings as they were; the accepted model's file goes. */
export async function undoAcceptance(former: FormerModel, models: Models): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const set = settings();
  const section = vscode.workspace.getConfiguration(SECTION);
  if (set.workspace !== former.workspaceSetting) {
    await section.update(MODEL_SETTING, former.workspaceSetting, Workspace);
  }
  if (set.user !== former.userSetting) await section.update(MODEL_SETTING, former.userSetting, Global);
  const file = vscode.Uri.parse(former.accepted);
  await models.forget(file);
  await vscode.workspace.fs.delete(file, { useTrash: false }).then(undefined, () => undefined);
}

/** In Restricted Mode the workspace's own setting is neither read nor touched. */
async function use(file: vscode.Uri, scope: ModelScope, models: Models): Promise<void> {
  if (scope === 'workspace' || vscode.workspace.isTrusted) {
    await models.choose(file);
    return;
  }
  await models.add(file);
  const section = vscode.workspace.getConfiguration(SECTION);
  await section.update(MODEL_SETTING, placeOf(file), vscode.ConfigurationTarget.Global);
}

function settings(): { workspace: string | undefined; user: string | undefined } {
  const set = vscode.workspace.getConfiguration(SECTION).inspect<string>(MODEL_SETTING);
  return { workspace: set?.workspaceValue, user: set?.globalValue };
}

function folderFor(scope: ModelScope, storage: RefitStorage): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return scope === 'workspace' && folder ? vscode.Uri.joinPath(folder.uri, '.vscode') : storage.models;
}

/** A name that no file has: an accepted model never takes the place of another one's file. */
async function freeName(folder: vscode.Uri): Promise<vscode.Uri> {
  const day = new Date().toISOString().slice(0, 10);
  for (let at = 1; ; at++) {
    const name = `emissions-model-${day}${at === 1 ? '' : `-${at}`}.json`;
    const file = vscode.Uri.joinPath(folder, name);
    if (!(await exists(file))) return file;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
