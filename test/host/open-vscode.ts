import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServedWorkbench } from '../ui/served-workbench';
import { installedBrowser } from './browser';
import { linkExtension } from './extension-link';
import { interruption } from './interruption';
import { newest } from './releases';
import { startServedVSCode } from './served-vscode';
import { type Theme, themes } from './themes';
import { calmWindow, type UserSettings, writeSettings } from './user-settings';
import { workbenchAddress } from './workbench-address';

/** What VS Code is opened with. */
export interface Opening {
  readonly folder: string;
  /** A card of the folder, by its path there. */
  readonly card?: string;
  readonly theme: Theme;
  /** Where VS Code keeps its data. */
  readonly dataFolder: string;
}

/** Opens a window of desktop VS Code and waits until it is closed or this process is interrupted. */
export async function openOnDesktop(opening: Opening, executable: string): Promise<void> {
  const { folder, card, dataFolder } = opening;
  await writeSettings(dataFolder, settingsOf(opening));
  const code = spawn(
    executable,
    [
      folder,
      ...(card === undefined ? [] : [join(folder, card)]),
      `--extensionDevelopmentPath=${await linkExtension(dataFolder)}`,
      `--user-data-dir=${join(dataFolder, 'data')}`,
      `--extensions-dir=${join(dataFolder, 'extensions')}`,
      ...['--no-sandbox', '--skip-welcome', '--disable-updates'],
    ],
    { stdio: 'ignore' },
  );
  await Promise.race([once(code, 'exit'), interruption()]);
  code.kill();
}

/** Serves VS Code, prints its address, shows it where there are a browser and a display, until interrupted. */
export async function openServed(opening: Opening): Promise<void> {
  const { folder, card, dataFolder } = opening;
  const interrupted = interruption();
  const server = await startServedVSCode({ release: newest, dataFolder, settings: settingsOf(opening) });
  const address = workbenchAddress(server.authority, {
    folder,
    openFile: card === undefined ? undefined : join(folder, card),
    extensionDevelopmentPath: await linkExtension(dataFolder),
  });
  console.log(`VS Code is at\n\n  ${address}\n\nCtrl+C ends it.`);
  const browser = process.env['DISPLAY'] || process.platform === 'darwin' ? installedBrowser() : undefined;
  if (browser !== undefined) spawn(browser, [address], { detached: true, stdio: 'ignore' }).unref();
  const end = await Promise.race([interrupted, server.ended]);
  await server.stop();
  if (typeof end === 'object') throw new Error(`VS Code's server ended.\n${end.output}`);
}

/** Saves a picture of VS Code, when the card's findings are on screen or after ten seconds without any. */
export async function takePicture({ folder, card, theme }: Opening, file: string): Promise<void> {
  const vscode = await ServedWorkbench.start();
  try {
    const workbench = await vscode.open({
      folder,
      inPlace: true,
      theme,
      ...(card === undefined ? {} : { card }),
    });
    if (card !== undefined)
      await workbench.page.waitForSelector('[class*=squiggly-]', { timeout: 10_000 }).catch(() => null);
    await writeFile(file, await workbench.stillPicture());
    console.log(`The picture is ${file}.`);
  } finally {
    await vscode.stop();
  }
}

function settingsOf({ theme }: Opening): UserSettings {
  return { ...calmWindow, 'workbench.colorTheme': themes[theme].setting };
}
