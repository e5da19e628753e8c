import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ExportPlatform } from '../../core/export/platform';
import { listExportFiles } from './export-files';
import { sha256OfText } from './file-hash';

/** Exports as files of this machine. */
export const nodePlatform: ExportPlatform = {
  listFiles: listExportFiles,
  loadParquet: () => import('../../core/export/parquet-library'),
  compressors: {
    GZIP: (input) => gunzipSync(input),
    BROTLI: (input) => brotliDecompressSync(input),
  },
  sha256: (text) => Promise.resolve(sha256OfText(text)),
};
