import { join } from 'node:path';
import { EMISSIONS_FILE_LIMIT } from '../../core/codecarbon/emissions-table';
import { parseEmissionsCsv } from '../../core/codecarbon/parse-emissions-csv';
import type { CodeCarbonRuns } from '../../core/judgement/card-facts';
import { readSmallText } from './open-source';

/** The nearest ones are about the card's model; a folder with thousands is an archive of experiments. */
const MOST_FILES = 50;

/** The runs in CodeCarbon's files. A file that cannot be read or is none of CodeCarbon's is left out: it is only evidence. */
export async function readCodeCarbon(folder: string, files: readonly string[]): Promise<CodeCarbonRuns[]> {
  const nearest = files.slice(0, MOST_FILES);
  const read = await Promise.all(nearest.map((file) => runsOf(folder, file)));
  return read.flat();
}

async function runsOf(folder: string, file: string): Promise<CodeCarbonRuns[]> {
  try {
    const text = await readSmallText(join(folder, file), EMISSIONS_FILE_LIMIT);
    return text === undefined ? [] : [{ file, runs: parseEmissionsCsv(text).runs }];
  } catch {
    return [];
  }
}
