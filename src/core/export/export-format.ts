import * as l10n from '@vscode/l10n';
import { RefitError } from '../refit/refit-error';
import type { ExportFile } from './record-sink';

export type ExportFormat = 'csv' | 'tsv' | 'json' | 'json-lines' | 'parquet';

const HEAD_BYTES = 1 << 16;

/** Files that begin like this are no export, whatever they are called. */
const FOREIGN: readonly { readonly magic: readonly number[]; readonly refusal: (file: string) => string }[] =
  [
    {
      magic: [0x50, 0x4b, 0x03, 0x04],
      refusal: (file) =>
        l10n.t('{0} is a zip archive or an Excel workbook: unpack it, or save it as CSV.', file),
    },
    {
      magic: [0x28, 0xb5, 0x2f, 0xfd],
      refusal: (file) => l10n.t('{0} is packed with zstd: unpack it first.', file),
    },
    {
      magic: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
      refusal: (file) => l10n.t('{0} is an Arrow file: save it as Parquet or CSV.', file),
    },
    {
      magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
      refusal: (file) => l10n.t('{0} is an SQLite database: export its table as CSV.', file),
    },
    { magic: [0xff, 0xfe], refusal: (file) => l10n.t('{0} is UTF-16: save it as UTF-8.', file) },
    { magic: [0xfe, 0xff], refusal: (file) => l10n.t('{0} is UTF-16: save it as UTF-8.', file) },
  ];

/** "PAR1". */
const PARQUET_MAGIC = [0x50, 0x41, 0x52, 0x31];

/**
 * Tells a file's format from its first bytes, and from its name where they do not say.
 *
 * @throws {RefitError} where the file is empty, or nothing that can be read
 */
export async function detectFormat(file: ExportFile): Promise<ExportFormat> {
  const head = await readHead(file);
  if (head.length === 0) throw new RefitError(l10n.t('{0} is empty.', file.name));
  if (PARQUET_MAGIC.every((byte, at) => head[at] === byte)) return 'parquet';
  const foreign = FOREIGN.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
  if (foreign !== undefined) throw new RefitError(foreign.refusal(file.name));
  const name = file.path.toLowerCase().replace(/\.gz$/, '');
  if (/\.(parquet|pq)$/.test(name)) {
    throw new RefitError(
      l10n.t('{0} is no Parquet file, or a damaged one: it does not begin with "PAR1".', file.name),
    );
  }
  if (head.includes(0)) {
    throw new RefitError(
      l10n.t(
        '{0} is not text: it holds NUL bytes. An export is CSV, TSV, JSON or JSON lines in UTF-8, or Parquet.',
        file.name,
      ),
    );
  }
  return textFormat(name, file.native.decoderOf(head)(0, head.length));
}

function textFormat(name: string, head: string): ExportFormat {
  const first = /[^\s\uFEFF]/.exec(head)?.[0];
  if (/\.csv$/.test(name)) return 'csv';
  if (/\.(tsv|tab)$/.test(name)) return 'tsv';
  if (/\.(jsonl|ndjson)$/.test(name)) return 'json-lines';
  // `datasets` and Spark write JSON lines into files called .json.
  if (first === '[') return 'json';
  if (first === '{' || /\.json$/.test(name)) return 'json-lines';
  const [header = ''] = head.split('\n', 1);
  return header.includes('\t') && !header.includes(',') ? 'tsv' : 'csv';
}

async function readHead(file: ExportFile): Promise<Uint8Array> {
  const source = await file.open();
  const head = file.native.allocate(HEAD_BYTES);
  let length = 0;
  try {
    while (length < head.length) {
      const count = await source.read(head.subarray(length));
      if (count === 0) break;
      length += count;
    }
  } finally {
    await source.close();
  }
  return head.subarray(0, length);
}
