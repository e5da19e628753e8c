import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The worker as it is built for the editor. @throws where it has not been built */
export function builtWorker(): string {
  const worker = join(import.meta.dirname, '..', '..', 'dist', 'refit-worker.js');
  if (!existsSync(worker)) throw new Error('dist/refit-worker.js is not there: run `npm run build` first.');
  return worker;
}
