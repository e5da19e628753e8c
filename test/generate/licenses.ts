import { existsSync, readFileSync } from 'node:fs';
import type { GeneratedFile } from './generated-file';

const list = new URL('../../../shared/data/hub/licenses.json', import.meta.url);

/** Whether the list of the Hub's documentation is at hand; it is not part of the project. */
export const hasLicenseList = existsSync(list);

/** Identifier to name, in the order of the Hub's documentation (repositories-licenses). */
function licenses(): Record<string, string> {
  const { licenses: entries } = JSON.parse(readFileSync(list, 'utf8')) as {
    licenses: { id: string; name: string }[];
  };
  return Object.fromEntries(entries.map(({ id, name }) => [id, name]));
}

export const licensesFile: GeneratedFile = {
  path: 'src/core/schema/data/licenses.json',
  content: licenses,
};
