import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { installServed } from './install-served';
import { hostCache } from './project';
import { newest, type Release } from './releases';
import { markVariable, testOutputMark } from './test-output';

/** A VS Code that `runTests` can start. */
export interface Host {
  readonly kind: 'desktop' | 'served';
  /** Which VS Code it is and why, for the reader of the tests' output. */
  readonly description: string;
  readonly executable: string;
  readonly launchArgs: readonly string[];
  /** For the tests inside. */
  readonly environment: Readonly<Record<string, string>>;
}

/** `desktop` or `served` forces a host; unset, the desktop is used where it can run. */
const hostVariable = 'MODEL_CARD_CO2_HOST';

const downloadServer = 'https://update.code.visualstudio.com';
const reachLimit = 3000;

/** Where the installers of VS Code put its executable. */
const usualPlaces = [
  '/usr/share/code/code',
  '/opt/visual-studio-code/code',
  '/snap/code/current/usr/share/code/code',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
  join(homedir(), 'Applications/Visual Studio Code.app/Contents/MacOS/Electron'),
  join(homedir(), 'AppData/Local/Programs/Microsoft VS Code/Code.exe'),
  'C:/Program Files/Microsoft VS Code/Code.exe',
];

/**
 * Chooses what runs `release` here, and installs it if need be: desktop VS Code where it can, else VS Code's server.
 *
 * @param preferInstalled take an installed desktop VS Code, whatever its version, rather than download one
 * @throws where nothing can run it
 */
export async function chooseHost(release: Release, preferInstalled = false): Promise<Host> {
  const forced = process.env[hostVariable];
  if (forced !== undefined && forced !== 'desktop' && forced !== 'served') {
    throw new Error(`${hostVariable} is "${forced}"; it must be desktop or served.`);
  }
  if (forced === 'served') return servedHost(release, `${hostVariable} asks for it`);
  const found = await findDesktop(release, preferInstalled);
  if ('executable' in found) return desktopHost(release, found.executable);
  if (forced === 'desktop') throw new Error(`Desktop VS Code can't be run: ${found.obstacle}.`);
  return servedHost(release, found.obstacle);
}

async function findDesktop(
  release: Release,
  preferInstalled: boolean,
): Promise<{ executable: string } | { obstacle: string }> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return { obstacle: 'there is no display' };
  const installed = release === newest ? usualPlaces.find((place) => existsSync(place)) : undefined;
  if (installed !== undefined && preferInstalled) return { executable: installed };
  if (isDownloaded(release) || (await isReachable(downloadServer))) {
    return { executable: await downloadAndUnzipVSCode({ version: release.desktop, cachePath: hostCache }) };
  }
  return installed === undefined
    ? { obstacle: 'the download of desktop VS Code is out of reach' }
    : { executable: installed };
}

function desktopHost(release: Release, executable: string): Host {
  return {
    kind: 'desktop',
    description: `desktop VS Code (${release.name}), ${executable}`,
    executable,
    launchArgs: [],
    environment: {},
  };
}

/**
 * VS Code's server for `release`, installed if need be.
 *
 * @param reason why not the desktop
 * @throws on Windows, where it is not run
 */
export async function servedHost(release: Release, reason: string): Promise<Host> {
  if (process.platform === 'win32') {
    throw new Error(`VS Code can't be run: ${reason}, and its server is not run on Windows here.`);
  }
  await installServed(release);
  return {
    kind: 'served',
    description: `VS Code's server (${release.name}, code-server ${release.codeServer}): ${reason}`,
    executable: join(import.meta.dirname, 'served-code.mjs'),
    launchArgs: [`--served-release=${release.name}`],
    environment: { [markVariable]: testOutputMark },
  };
}

function isDownloaded({ desktop }: Release): boolean {
  if (!existsSync(hostCache)) return false;
  return readdirSync(hostCache).some((name) => name.startsWith('vscode-') && name.endsWith(`-${desktop}`));
}

async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachLimit) });
    return true;
  } catch {
    return false;
  }
}
