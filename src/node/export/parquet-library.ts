/** What is used of the Parquet library. In the editor this is a file of its own, loaded with the first Parquet file. */
export { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
export { compressors } from 'hyparquet-compressors';
