import type { CodeCarbonRuns } from '../judgement/card-facts';
import { parseEmissionsCsv } from './parse-emissions-csv';

/** The nearest ones are about the card's model; a folder with thousands is an archive of experiments. */
const MOST_FILES = 50;

/**
 * The runs in CodeCarbon's files beside a card. A file that cannot be read or is none of CodeCarbon's is left out: it is
 * only evidence.
 *
 * @param files relative to the card's folder, nearest first
 * @param read the text of one of them; undefined where it is too large or cannot be read
 */
export async function runsBesideCard(
  files: readonly string[],
  read: (file: string) => Promise<string | undefined>,
): Promise<CodeCarbonRuns[]> {
  const nearest = files.slice(0, MOST_FILES);
  const found = await Promise.all(nearest.map(async (file) => runsIn(file, await read(file))));
  return found.flat();
}

function runsIn(file: string, text: string | undefined): CodeCarbonRuns[] {
  if (text === undefined) return [];
  try {
    return [{ file, runs: parseEmissionsCsv(text).runs }];
  } catch {
    return [];
  }
}
