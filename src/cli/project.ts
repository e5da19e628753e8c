import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { LineIndex } from '../core/card/line-index';
import { CONFIG_FILE } from '../core/config/config-file';
import {
  MAX_CONFIG_LENGTH,
  NO_CONFIG,
  type ProjectConfig,
  readProjectConfig,
} from '../core/config/project-config';
import { readSmallFile } from '../node/files/read-small-file';
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
export function readProject(file: string | boolean): Project {
  const found = typeof file === 'string' ? file : file ? findConfig() : undefined;
  if (found === undefined) return { root: resolve('.'), config: NO_CONFIG };
  if (typeof file !== 'string') refuseAlien(found);
  const text = readSmallFile(found, (bytes) => refuseLarge(found, bytes)).toString('utf8');
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

/** What nobody has named has to be a file of its own: a link could lead anywhere, and a pipe never end. */
function refuseAlien(found: string): void {
  const stats = lstatSync(found);
  if (stats.isSymbolicLink()) throw new UsageError(`${found} is a link. Name the file itself with --config.`);
  if (!stats.isFile()) throw new UsageError(`${found} is no file. Remove it, or use --no-config.`);
}

function refuseLarge(found: string, bytes: number): void {
  if (bytes > MAX_CONFIG_LENGTH) {
    throw new UsageError(
      `${found} has more than ${MAX_CONFIG_LENGTH / 1024} KB, too much for a configuration.`,
    );
  }
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
