/** Where bytes come from: a file, standard input, a page's upload, an array; and how they are read in order. */

/**
 * Bytes with a name. Whoever opens files makes one of these; this package never does.
 *
 * @example
 * const upload = (file: File): ByteSource => ({ name: file.name, bytes: () => file.stream() })
 */
export interface ByteSource {
  /** For messages, and to tell the format: a path or a file name, `-` for standard input. */
  readonly name: string
  /** The bytes from the first to the last. It is called once for each reading. */
  readonly bytes: () => ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>
  /** The number of bytes, if known. */
  readonly size?: number
  /** The bytes from `start` to before `end`, where any part can be had: Parquet is then read by row groups. */
  readonly slice?: (start: number, end: number) => Promise<Uint8Array>
}

/**
 * A source of bytes that are in memory.
 *
 * @example
 * await readTable(bytesSource('body.csv', new TextEncoder().encode('height,weight\n166,58.7\n')), {})
 */
export const bytesSource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  // oxlint-disable-next-line require-yield
  bytes: async function* () {
    yield bytes
  },
  size: bytes.length,
  slice: async (start, end) => bytes.subarray(start, end),
})

/** The chunks of a source; a stream that is not read to its end is cancelled. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  const bytes = source.bytes()
  yield* 'getReader' in bytes ? chunksOfStream(bytes) : bytes
}

/** The chunks of a stream. (Not every browser can iterate over a `ReadableStream` itself.) */
export async function* chunksOfStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let ended = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      ended = done
      if (done) return
      yield value
    }
  } catch (error) {
    ended = true
    throw error
  } finally {
    if (!ended) await reader.cancel()
    reader.releaseLock()
  }
}

/** The first bytes of a stream, and the whole stream with them. */
export interface Head {
  /** At least as many bytes as were asked for, unless there are fewer. */
  readonly head: Uint8Array
  readonly all: AsyncGenerator<Uint8Array>
}

/** Looks at the first `count` bytes of a stream without losing them. */
export async function peek(chunks: AsyncGenerator<Uint8Array>, count: number): Promise<Head> {
  const taken: Uint8Array[] = []
  let length = 0
  while (length < count) {
    const { done, value } = await chunks.next()
    if (done) break
    taken.push(value)
    length += value.length
  }
  const head = joinBytes(taken)
  return { head, all: prepend(head, chunks) }
}

async function* prepend(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

/** All bytes of a stream in one array. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = []
  for await (const chunk of chunks) taken.push(chunk)
  return joinBytes(taken)
}

/** Arrays of bytes, end to end. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
