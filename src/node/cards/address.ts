import { resolve, sep } from 'node:path';

/**
 * The absolute path of a file or folder with `/`, by which patterns are matched.
 *
 * @param end `/` for a folder
 */
export function addressOf(path: string, end: '' | '/' = ''): string {
  const address = resolve(path).replaceAll(sep, '/');
  return address.endsWith('/') ? address : `${address}${end}`;
}
