import type { FuzzTarget } from '../fuzz-target';
import { amounts } from './amounts';
import { card } from './card';
import { emissionsCsv } from './emissions-csv';
import { exportFile } from './export-file';
import { language } from './language';
import { modelFile } from './model-file';
import { weights } from './weights';

/** Everything that reads what strangers wrote. */
export const targets = {
  card,
  language,
  amounts,
  'emissions-csv': emissionsCsv,
  'model-file': modelFile,
  weights,
  export: exportFile,
} as unknown as Readonly<Record<string, FuzzTarget>>;
