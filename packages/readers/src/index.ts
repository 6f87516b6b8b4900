/** Tables from bytes: CSV, TSV, JSON, JSON lines and Parquet, also compressed, in the usual encodings. */
export * from './bytes/source.ts'
export * from './options.ts'
export * from './read.ts'
