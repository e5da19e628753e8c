import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installServed } from './install-served';
import { type GroupEnd, startGroup } from './process-group';
import type { Release } from './releases';
import { type UserSettings, writeSettings } from './user-settings';

/** How to start a VS Code server. */
export interface ServerOptions {
  readonly release: Release;
  /** Folder for what the server writes, the user's data in `data/`; by default a new one that goes with the server. */
  readonly dataFolder?: string;
  /** Written to the user's settings.json. */
  readonly settings?: UserSettings;
  /** Further switches of `server-main.js`. */
  readonly switches?: readonly string[];
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running VS Code server. */
export interface ServedVSCode {
  /** `127.0.0.1:port`. */
  readonly authority: string;
  /** Settles when the server has ended, by itself or stopped. */
  readonly ended: Promise<GroupEnd>;
  /** Ends the server with its extension hosts and removes its data. */
  stop(): Promise<void>;
}

const startLimit = 60_000;

/**
 * Starts VS Code's server on a free port of this machine.
 *
 * @throws with the server's last output when it does not listen within a minute
 */
export async function startServedVSCode(options: ServerOptions): Promise<ServedVSCode> {
  const { node, serverMain } = await installServed(options.release);
  const data = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'model-card-co2-')));
  if (options.settings) await writeSettings(data, options.settings);
  const group = startGroup(node, [serverMain, ...serverArguments(data), ...(options.switches ?? [])], {
    env: { ...process.env, ...options.environment, TMPDIR: data }, // for its sockets,
  });
  const stop = async () => {
    await group.end();
    if (options.dataFolder === undefined) await rm(data, { recursive: true, force: true });
  };
  try {
    const port = await group.lineMatching(/listening on (\d+)/, startLimit);
    return { authority: `127.0.0.1:${port}`, ended: group.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(data: string): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0'],
    ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    ...['--telemetry-level', 'off', '--accept-server-license-terms', '--without-connection-token'],
    // Without this switch the server drops what the address of the page asks for: extension, tests, file to open.
    '--enable-smoke-test-driver',
  ];
}
