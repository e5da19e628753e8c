import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Returns `folder`, filled once by `fill` and complete from the moment it exists: `fill` works in a folder beside
 * it, which is renamed at the end. Of several processes that want the same folder, one fills it and the others wait.
 */
export async function cachedFolder(
  folder: string,
  fill: (workFolder: string) => Promise<void>,
): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const workFolder = `${folder}.part`;
    await rm(workFolder, { recursive: true, force: true });
    await mkdir(workFolder);
    await fill(workFolder);
    await rename(workFolder, folder);
    return folder;
  } finally {
    await release();
  }
}

async function lock(file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await delay(250);
  }
}

/** A lock whose process has gone (killed while it installed) stops nobody. */
async function isAbandoned(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!(holder > 0)) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch {
    return true;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
