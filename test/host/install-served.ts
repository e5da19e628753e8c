import { existsSync } from 'node:fs';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cached-folder';
import { startGroup } from './process-group';
import { hostCache } from './project';
import type { Release } from './releases';

/** A VS Code server on disk. */
export interface ServedInstallation {
  /** The Node binary that runs it. */
  readonly node: string;
  /** `server-main.js`: VS Code's own server, which also serves the workbench to a browser. */
  readonly serverMain: string;
}

const ripgrepVersion = '1.18.0';

/**
 * Installs the VS Code server of `release` from npm into the cache, unless it is there (about 500 MB and half a
 * minute). No install script runs and nothing is compiled: only terminals would need the native parts.
 *
 * @throws with the end of npm's output when npm fails
 */
export async function installServed(release: Release): Promise<ServedInstallation> {
  const folder = join(hostCache, `code-server-${release.codeServer}`);
  await cachedFolder(folder, async (workFolder) => {
    console.log(
      `Installing VS Code from npm (code-server ${release.codeServer}): once, about half a minute.`,
    );
    await writeFile(join(workFolder, 'package.json'), '{"private":true}');
    await npmInstall(workFolder, `code-server@${release.codeServer}`, `${nodePackage()}@${release.node}`);
    const vscode = vscodeFolder(workFolder);
    await Promise.all([npmInstall(vscode), npmInstall(join(vscode, 'extensions'))]);
    await symlink('node_modules', join(vscode, 'node_modules.asar'));
    await addRipgrep(workFolder);
  });
  return {
    node: join(folder, 'node_modules', nodePackage(), 'bin/node'),
    serverMain: join(vscodeFolder(folder), 'out/server-main.js'),
  };
}

/** Older versions fetch ripgrep, by which VS Code finds files, in an install script; npm has it as a package too. */
async function addRipgrep(folder: string): Promise<void> {
  const wanted = join(vscodeFolder(folder), 'node_modules/@vscode/ripgrep');
  if (!existsSync(wanted)) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  await npmInstall(folder, `${name}@${ripgrepVersion}`);
  await cp(join(folder, 'node_modules', name, 'bin'), join(wanted, 'bin'), { recursive: true });
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules/code-server/lib/vscode');
}

/** The package with the bare Node binary; the package `node` itself only picks it in an install script. */
function nodePackage(): string {
  const { platform, arch } = process;
  return `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`;
}

async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const npm = startGroup('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet, ...packages], {
    cwd: folder,
  });
  const { status, output } = await npm.ended;
  if (status !== 0) throw new Error(`npm install in ${folder} failed (${status}).\n${output}`);
}
