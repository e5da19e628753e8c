import { join } from 'node:path';
import { installServed } from './install-served';
import { startGroup } from './process-group';
import type { Release } from './releases';

/**
 * Installs a VSIX into the profile in `dataFolder`, as a user would, by VS Code's own command line.
 *
 * @throws with what it printed when it refuses
 */
export async function installExtension(release: Release, dataFolder: string, vsix: string): Promise<void> {
  const { node, serverMain } = await installServed(release);
  const profile = ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
  const installation = startGroup(node, [
    serverMain,
    ...profile,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
  ]);
  const { status, output } = await installation.ended;
  if (status !== 0) throw new Error(`${vsix} could not be installed (${status}).\n${output}`);
}
