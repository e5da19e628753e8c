/** What is used of the Parquet library. In the editor this is a file of its own, loaded with the first Parquet file. */
export { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
export {
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressSnappy,
  decompressZstd,
} from 'hyparquet-compressors';
export { parquetHeader, readPage } from 'hyparquet/src/column.js';
export { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
export {
  getMaxDefinitionLevel,
  getMaxRepetitionLevel,
  getSchemaPath,
  isFlatColumn,
} from 'hyparquet/src/schema.js';
