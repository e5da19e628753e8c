import { existsSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { LineIndex } from '../core/card/line-index';
import { CONFIG_FILE } from '../core/config/config-file';
import { NO_CONFIG, type ProjectConfig, readProjectConfig } from '../core/config/project-config';
import { repositoryFolders } from '../node/cards/repository-folders';
import { UsageError } from './usage-error';

/** A configuration and the folder that its paths are relative to. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly config: ProjectConfig;
}

/**
 * Reads the configuration file that holds in the current folder: its own, else the nearest above it in the same
 * repository.
 *
 * @param file the file to read instead; false for none
 * @throws UsageError where something is wrong in it
 */
export async function readProject(file: string | boolean): Promise<Project> {
  const found = typeof file === 'string' ? file : file ? findConfig() : undefined;
  if (found === undefined) return { root: resolve('.'), config: NO_CONFIG };
  if (typeof file !== 'string' && (await lstat(found)).isSymbolicLink()) {
    throw new UsageError(`${found} is a link. Name the file itself with --config.`);
  }
  const text = await readFile(found, 'utf8');
  const { config, problems } = readProjectConfig(text);
  if (problems.length > 0) {
    const lines = new LineIndex(text);
    const told = problems.map(({ range, message }) => {
      const { line, character } = lines.positionAt(range.start);
      return `${found}:${line + 1}:${character + 1}: ${message}`;
    });
    throw new UsageError(told.join('\n'));
  }
  return { root: dirname(resolve(found)), config };
}

/** The path of a card as the configuration names it: relative to its folder, with `/`. */
export function pathIn({ root }: Project, file: string): string {
  return relative(root, resolve(file)).replaceAll(sep, '/');
}

function findConfig(): string | undefined {
  return repositoryFolders('.')
    .map((folder) => relative('.', join(folder, CONFIG_FILE)))
    .find((file) => existsSync(file));
}
