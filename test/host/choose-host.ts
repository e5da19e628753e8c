import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hostCache } from './project';
import type { Release } from './releases';
import { markVariable, testOutputMark } from './test-output';

/** A VS Code that `runTests` can start. */
export interface Host {
  /** One line about which VS Code runs and why, for the reader of the tests' output. */
  readonly description: string;
  readonly executable: string;
  readonly launchArgs: readonly string[];
  /** For the tests inside. */
  readonly environment: Readonly<Record<string, string>>;
}

/** `desktop` or `served` forces a host; unset, the desktop is used where it can run. */
export const hostVariable = 'MODEL_CARD_CO2_HOST';

const downloadServer = 'https://update.code.visualstudio.com';
const reachLimit = 3000;

/** Chooses what runs `release` on this machine. @throws where nothing can */
export async function chooseHost(release: Release): Promise<Host> {
  const forced = process.env[hostVariable];
  if (forced !== undefined && forced !== 'desktop' && forced !== 'served') {
    throw new Error(`${hostVariable} is "${forced}"; it must be desktop or served.`);
  }
  if (forced === 'desktop') return desktopHost(release);
  if (forced === 'served') return servedHost(release, `${hostVariable}=served`);
  const obstacle = await obstacleToDesktop(release);
  return obstacle === undefined ? desktopHost(release) : servedHost(release, obstacle);
}

async function desktopHost(release: Release): Promise<Host> {
  const executable = await downloadAndUnzipVSCode({ version: release.desktop, cachePath: hostCache });
  return {
    description: `desktop VS Code ${release.desktop} (${release.name})`,
    executable,
    launchArgs: [],
    environment: {},
  };
}

function servedHost(release: Release, reason: string): Host {
  if (process.platform === 'win32') {
    throw new Error(`VS Code can't be run: ${reason}, and VS Code's server is not run on Windows.`);
  }
  return {
    description: `VS Code's server, code-server ${release.codeServer} (${release.name}), in a headless browser: ${reason}`,
    executable: join(import.meta.dirname, 'served-code.mjs'),
    launchArgs: [`--served-release=${release.name}`],
    environment: { [markVariable]: testOutputMark },
  };
}

/** Why desktop VS Code can't be used here, or undefined. */
async function obstacleToDesktop(release: Release): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'there is no display';
  if (isDownloaded(release) || (await isReachable(downloadServer))) return undefined;
  return 'the download of desktop VS Code is out of reach';
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
