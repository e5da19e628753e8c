import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEmissionsCsv } from '../../core/codecarbon/parse-emissions-csv';
import type { CodeCarbonRuns } from '../../core/judgement/card-facts';

/** The runs in CodeCarbon's files. A file that cannot be read or is none of CodeCarbon's is left out: it is only evidence. */
export async function readCodeCarbon(folder: string, files: readonly string[]): Promise<CodeCarbonRuns[]> {
  const read = await Promise.all(files.map((file) => runsOf(folder, file)));
  return read.flat();
}

async function runsOf(folder: string, file: string): Promise<CodeCarbonRuns[]> {
  try {
    return [{ file, runs: parseEmissionsCsv(await readFile(join(folder, file), 'utf8')).runs }];
  } catch {
    return [];
  }
}
