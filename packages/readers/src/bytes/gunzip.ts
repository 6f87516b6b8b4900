/** Gzip: told by its first two bytes, unpacked as a stream. */
import { KudariError } from 'kudari'
import { readerMessages } from '../messages.ts'
import { chunksOfStream } from './source.ts'

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Unpacks a gzip stream. */
export async function* gunzip(chunks: AsyncGenerator<Uint8Array>, source: string): AsyncGenerator<Uint8Array> {
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value as Uint8Array<ArrayBuffer>)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
  const unpacked = chunksOfStream(packed.pipeThrough(new DecompressionStream('gzip')))
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await unpacked.next()
    } catch (error) {
      if (error instanceof KudariError) throw error
      throw new KudariError('data', readerMessages.badGzip, { source })
    }
    if (next.done) return
    yield next.value
  }
}
