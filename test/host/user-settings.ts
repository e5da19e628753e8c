import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** VS Code's settings by name. */
export type UserSettings = Readonly<Record<string, unknown>>;

/** A window without what distracts from the card: welcome pages, assistants, hints, tips and news. */
export const calmWindow: UserSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.cursorBlinking': 'solid',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  // As on the desktop: in a browser VS Code saves by itself.
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  // VS Code's server looks for ports to forward by starting programs every few seconds, in the extension host, where
  // each start takes as long as a refit may.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
};

/** Every folder is untrusted, and nobody is asked. */
export const restrictedMode: UserSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** The extension runs in the browser, as it does in VS Code for the Web, rather than in Node. */
export const onTheWeb: UserSettings = {
  'remote.extensionKind': { 'model-card-co2.model-card-co2': ['web'] },
};

/** Writes `settings` where a VS Code whose user data is in `dataFolder`/data reads them. */
export async function writeSettings(dataFolder: string, settings: UserSettings): Promise<void> {
  const folder = join(dataFolder, 'data/User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}
