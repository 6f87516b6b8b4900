/** Reading a table: unpacks it, tells its format, and hands it to the reader of that format. */
import type { RawTable } from 'kudari'
import type { ByteSource } from './bytes/source.ts'
import type { ReadOptions } from './options.ts'

/** The rows of a table in chunks of up to 10,000, with the same names in each; at least one chunk. */
export declare function streamTable(source: ByteSource, options: ReadOptions): AsyncGenerator<RawTable>

/** The whole table. */
export declare function readTable(source: ByteSource, options: ReadOptions): Promise<RawTable>
