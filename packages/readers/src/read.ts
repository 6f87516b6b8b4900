/** Reading a table: unpacks it, tells its format and encoding, and hands it to the reader of that format. */
import { KudariError, type RawTable } from 'kudari'
import { gunzip, isGzip } from './bytes/gunzip.ts'
import { type ByteSource, chunksOf, peek } from './bytes/source.ts'
import { streamCsv } from './csv/csv.ts'
import { type Whole, append, tableOf, wholeOf } from './whole.ts'
import { detectFormat } from './format.ts'
import { type ImageFolder, streamFolder } from './images/folder.ts'
import { streamIdx } from './images/idx.ts'
import { imageMessages } from './images/messages.ts'
import { streamJson, streamJsonLines } from './json/json.ts'
import { readerMessages } from './messages.ts'
import type { ReadOptions } from './options.ts'
import { asUtf8, decode, detectEncoding, encodingNamed } from './text/encoding.ts'

/** What a table is read from. */
export type TableSource = ByteSource | ImageFolder

/** So many bytes are looked at to tell format and encoding. */
const HEAD = 256 * 1024

/**
 * The rows of a table in chunks of up to 10,000, with the same names in each; at least one chunk. CSV, JSON lines,
 * Parquet and IDX need little memory however large they are, and so does a folder of images if the number of channels is told;
 * JSON is read whole.
 *
 * @throws KudariError when the file is no table, is damaged, or an option is wrong; with the line where there are lines.
 */
export const streamTable = (source: TableSource, options: ReadOptions): AsyncGenerator<RawTable> => chunksOfTable(source, options, false)

/** The bytes of a source, unpacked if they are packed. */
async function unpacked(source: ByteSource): Promise<{ readonly chunks: AsyncGenerator<Uint8Array>; readonly isPacked: boolean }> {
  const { head, all } = await peek(chunksOf(source), 2)
  const isPacked = isGzip(head)
  return { chunks: isPacked ? gunzip(all, source.name) : all, isPacked }
}

/** @param isWhole whether the whole table is wanted: its chunks are then as large as can be. */
async function* chunksOfTable(source: TableSource, options: ReadOptions, isWhole: boolean): AsyncGenerator<RawTable> {
  const { name } = source
  const { labels } = options
  if ('images' in source) {
    if (labels) throw new KudariError('usage', imageMessages.labelsWithout, { source: name })
    yield* streamFolder(source, options.channels)
    return
  }
  const given = options.encoding === undefined ? undefined : encodingNamed(options.encoding)
  const { chunks, isPacked } = await unpacked(source)
  const { head, all } = await peek(chunks, HEAD)
  const format = options.format ?? detectFormat(head, name)
  if (format === 'idx') {
    yield* streamIdx(all, name, labels && { name: labels.name, chunks: (await unpacked(labels)).chunks })
    return
  }
  if (labels) throw new KudariError('usage', imageMessages.labelsWithout, { source: name })
  if (format === 'parquet') {
    // Its decompressors are many; only who reads Parquet loads them.
    const { streamParquet } = await import('./parquet/parquet.ts')
    // Parts of a packed file cannot be had.
    yield* streamParquet(isPacked ? { name, bytes: source.bytes } : source, all)
    return
  }
  const encoding = given ?? detectEncoding(head)
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  if (!isWide && head.includes(0)) throw new KudariError('data', readerMessages.nulBytes, { source: name })
  const detected = { format, encoding }
  if (format === 'json') yield* streamJson(decode(all, encoding, name), name, detected)
  else if (format === 'jsonl') yield* streamJsonLines(decode(all, encoding, name), name, detected)
  else {
    const size = isWhole && !isPacked && encoding === 'utf-8' ? source.size : undefined
    yield* streamCsv(asUtf8(all, encoding, name), name, options, detected, size === undefined ? {} : { size })
  }
}

/**
 * The whole table.
 *
 * @example
 * const table = await readTable(bytesSource('body.csv', bytes), {})
 * table.names // ['height', 'weight']
 * @throws KudariError as {@link streamTable}.
 */
export async function readTable(source: TableSource, options: ReadOptions): Promise<RawTable> {
  let whole: Whole | undefined
  for await (const chunk of chunksOfTable(source, options, true)) whole = whole ? append(whole, chunk) : wholeOf(chunk)
  return tableOf(whole!)
}
