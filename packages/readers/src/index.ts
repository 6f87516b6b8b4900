/** Tables from bytes: CSV, TSV, JSON, JSON lines and Parquet, also compressed, in the usual encodings; and images. */
export * from './bytes/source.ts'
export * from './images/folder.ts'
export * from './options.ts'
export * from './read.ts'
