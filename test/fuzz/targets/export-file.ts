import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readDeclaredEmissions } from '../../../src/core/refit/card-emissions';
import { RefitError } from '../../../src/core/refit/refit-error';
import { refitReport } from '../../../src/core/refit/report/report';
import { reportTables } from '../../../src/core/refit/report/tables';
import { refit } from '../../../src/node/export/refit-export';
import { type FuzzTarget, promise } from '../fuzz-target';
import { mutateBytes } from '../mutate-bytes';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';
import { orRefusal } from '../readable';
import { seedRecords, separated } from '../seed-export';

/** A file of an export, by the name that it has on disk. */
interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const RECORDS = seedRecords();
const column = (name: keyof (typeof RECORDS)[number]) => ({
  name,
  data: RECORDS.map((record) => record[name]),
});
const PARQUET = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { ...column('model_id'), type: 'STRING' },
      { ...column('parameters'), type: 'DOUBLE' },
      { name: 'likes', data: RECORDS.map(({ likes }) => BigInt(likes)), type: 'INT64' },
      { ...column('co2_eq_emissions'), type: 'STRING' },
      { ...column('card_text'), type: 'STRING' },
    ],
    rowGroupSize: 32,
  }),
);
const TEXTS = [
  ['export.csv', separated(RECORDS, ',')],
  ['export.tsv', separated(RECORDS, '\t')],
  ['export.jsonl', RECORDS.map((record) => JSON.stringify(record)).join('\n')],
  ['export.json', JSON.stringify(RECORDS)],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'model-card-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function make(random: Random): NamedFile {
  if (random.chance(0.3)) return { name: 'export.parquet', bytes: mutateBytes(PARQUET, random) };
  const [name, text] = random.pick(TEXTS);
  const bytes = Buffer.from(mutateText(text, random.pick(TEXTS)[1], random));
  if (random.chance(0.1)) return { name: `${name}.gz`, bytes: mutateBytes(gzipSync(bytes), random) };
  return { name, bytes: random.chance(0.2) ? mutateBytes(bytes, random) : bytes };
}

/** Exports of every format, from the file to the report. */
export const exportFile: FuzzTarget<NamedFile> = {
  share: 1,
  limit: 1000,
  make,
  read: ({ bytes, name }) =>
    orRefusal(async () => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const { refit: result, source } = await refit([file], {}, { readCardEmissions: readDeclaredEmissions });
      promise(
        !refitReport(source, result, new Date(0)).includes('<img'),
        'markup of the export in the report',
      );
      for (const { csv } of reportTables(result)) {
        promise(!/(?:^|,)"?[=@]/m.test(csv), 'a formula in a table');
      }
    }, RefitError),
};
