import { emissionsEntries, selectRuns } from '../../../src/core/codecarbon/emissions-entries';
import { EmissionsFileError } from '../../../src/core/codecarbon/emissions-run';
import { parseEmissionsCsv } from '../../../src/core/codecarbon/parse-emissions-csv';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import { expectReadable, orRefusal } from '../readable';

const HEADER =
  'timestamp,project_name,run_id,duration,emissions,energy_consumed,country_name,region,cloud_provider,cloud_region,cpu_model,gpu_count,gpu_model,ram_total_size,on_cloud,pue';
const ROWS = [
  '2024-04-13T21:30:53,train,run-a,7200.0,0.1547527851896159,0.91,Spain,catalonia,,,AMD EPYC 7643,1,1 x NVIDIA A100,503.5,N,1.0',
  '2024-04-13T22:30:53,train,run-a,9200.0,0.2547527851896159,1.21,Spain,catalonia,,,AMD EPYC 7643,1,1 x NVIDIA A100,503.5,N,1.0',
  '2026-01-05T08:00:00,"train, again",run-b,60.0,3.5e-06,2.5e-05,,,gcp,us-central1,Intel Xeon,,,32,Y,1.1',
];
const FILE = [HEADER, ...ROWS, ''].join('\n');
const SPREADSHEET = FILE.replaceAll('"train, again"', 'again').replaceAll(',', ';').replaceAll('.', ',');

/** CodeCarbon's files, and what a spreadsheet makes of them. */
export const emissionsCsv: FuzzTarget<string> = {
  share: 3,
  limit: 100,
  make: (random) =>
    mutateText(random.pick([FILE, SPREADSHEET]), random.pick([FILE, ROWS.join('\n')]), random),
  read: (text) =>
    orRefusal(() => {
      const { notes, runs } = parseEmissionsCsv(text);
      for (const note of notes) expectReadable(note, 'note on a file of CodeCarbon');
      for (const selection of ['sum', 'last'] as const) emissionsEntries(selectRuns(runs, selection));
    }, EmissionsFileError),
};
