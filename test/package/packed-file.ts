import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/project';

/** The parts of package.json that name the VSIX. */
const { name, version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** The VSIX that `npm run package` makes. */
export const packedFile = join(projectRoot, `${name}-${version}.vsix`);
