/** Parquet, row group by row group. */
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { type Cell, KudariError, type RawTable } from 'kudari'
import { type ByteSource, collect } from '../bytes/source.ts'
import { readerMessages } from '../messages.ts'
import { checkNames } from '../names.ts'
import { chunkRows } from '../options.ts'

const copy = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer

/** A file as hyparquet reads it: parts of it where they can be had, else the whole. */
async function fileOf({ slice, size }: ByteSource, chunks: AsyncGenerator<Uint8Array>) {
  if (slice && size !== undefined) {
    await chunks.return(undefined)
    return {
      byteLength: size,
      slice: async (start: number, end?: number) => {
        const from = start < 0 ? size + start : start
        if (from < 0 || (end ?? size) > size) throw new Error('out of range')
        return copy(await slice(from, end ?? size))
      },
    }
  }
  const bytes = copy(await collect(chunks))
  return { byteLength: bytes.byteLength, slice: (start: number, end?: number) => bytes.slice(start, end) }
}

function cellOf(value: unknown, source: string, line: number, name: string): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value
  }
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return value
  throw new KudariError('data', readerMessages.nested, { source, line, name })
}

/**
 * Reads Parquet. With `slice` and `size` only the row groups at hand are in memory.
 *
 * @param chunks the bytes from the first to the last, for a source without `slice`.
 */
export async function* streamParquet(source: ByteSource, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<RawTable> {
  const { name } = source
  const attempt = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof KudariError) throw error
      const problem = error instanceof Error ? error.message : String(error)
      throw new KudariError('data', readerMessages.badParquet, { source: name, problem })
    }
  }
  const file = await fileOf(source, chunks)
  const metadata = await attempt(() => parquetMetadataAsync(file))
  const names = await attempt(() => checkNames(parquetSchema(metadata).children.map(({ element }) => element.name), name))
  const total = Number(metadata.num_rows)
  let start = 0
  do {
    const rowStart = start
    const rowEnd = Math.min(total, start + chunkRows)
    const records =
      total === 0 ? [] : await attempt(() => parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors }))
    yield {
      names,
      columns: names.map((column) => records.map((record, i) => cellOf(record[column], name, rowStart + i + 1, column))),
      rows: records.length,
      source: name,
      detected: { format: 'parquet' },
    }
    start = rowEnd
  } while (start < total)
}
