import { isRecord } from '../is-record';
import { isNestedDeeper } from '../json/json-shape';
import type { WeightIndex } from './repository-facts';

/** Reads the JSON of a `*.index.json` beside sharded weights; undefined where it is not one. */
export function readWeightIndex(path: string, text: string): WeightIndex | undefined {
  const index = parseRecord(text, 4);
  const map = index?.weight_map;
  if (!isRecord(map)) return undefined;
  const metadata = isRecord(index?.metadata) ? index.metadata : {};
  const shards = [...new Set(Object.values(map).filter((name) => typeof name === 'string'))];
  const totalParameters = countOf(metadata.total_parameters);
  const totalSize = countOf(metadata.total_size);
  return {
    path,
    shards,
    ...(totalParameters !== undefined && { totalParameters }),
    ...(totalSize !== undefined && { totalSize }),
  };
}

/** Parses JSON text that should be a mapping; undefined where it is none, or nested deeper than `depth`. */
export function parseRecord(text: string, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (isNestedDeeper(text, depth)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writers differ: the counts stand there as numbers or as text. */
function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : undefined;
}
