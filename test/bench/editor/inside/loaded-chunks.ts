import Module from 'node:module';
import { basename } from 'node:path';

/** What a chunk of the extension exports. */
export type Chunk = Readonly<Record<string, unknown>>;

type Load = (this: unknown, request: string, ...rest: readonly unknown[]) => unknown;

const loader = Module as unknown as { _load: Load };

/** Puts something else in the place of what a chunk of the extension exports, from the next time that it is loaded. */
export function loadedChunks(name: string, change: (chunk: Chunk) => Chunk): void {
  const load = loader._load;
  loader._load = function (this: unknown, request, ...rest): unknown {
    const loaded = load.call(this, request, ...rest);
    return basename(request) === `${name}.js` && !request.includes('node_modules')
      ? change(loaded as Chunk)
      : loaded;
  };
}
