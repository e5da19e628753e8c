import { writeFile } from 'node:fs/promises';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { seedRecords } from '../fuzz/seed-export';

/** Writes a made-up Parquet export of the Hub that can be fitted. */
export async function parquetExport(path: string): Promise<void> {
  const records = seedRecords();
  const names = Object.keys(records[0] ?? {}) as (keyof (typeof records)[number])[];
  const columnData = names.map((name) => {
    const data = records.map((record) => record[name]);
    return {
      name,
      data,
      type: data.some((value) => typeof value === 'string') ? 'STRING' : 'DOUBLE',
    } as const;
  });
  await writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData })));
}
