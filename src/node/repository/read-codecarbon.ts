import { join } from 'node:path';
import { EMISSIONS_FILE_LIMIT } from '../../core/codecarbon/emissions-table';
import { runsBesideCard } from '../../core/codecarbon/runs-beside-card';
import type { CodeCarbonRuns } from '../../core/judgement/card-facts';
import { readSmallText } from './open-source';

/** The runs in CodeCarbon's files. @param files relative to the folder, nearest first */
export function readCodeCarbon(folder: string, files: readonly string[]): Promise<CodeCarbonRuns[]> {
  return runsBesideCard(files, (file) => readSmallText(join(folder, file), EMISSIONS_FILE_LIMIT));
}
