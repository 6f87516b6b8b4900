/** Bytes of a stream, taken so many at a time. */
import { joinBytes } from './source.ts'

export interface Taking {
  /** The next `count` bytes; fewer only where the stream ends. */
  readonly take: (count: number) => Promise<Uint8Array>
  /** Reads to the end. @returns how many bytes that were. */
  readonly rest: () => Promise<number>
}

export function takingFrom(chunks: AsyncGenerator<Uint8Array>): Taking {
  /** What was read and not taken. */
  let held: Uint8Array = new Uint8Array()
  return {
    async take(count) {
      const parts = held.length > 0 ? [held] : []
      let length = held.length
      while (length < count) {
        const { done, value } = await chunks.next()
        if (done) break
        parts.push(value)
        length += value.length
      }
      const joined = joinBytes(parts)
      held = joined.subarray(count)
      return joined.subarray(0, count)
    },
    async rest() {
      let length = held.length
      for await (const chunk of chunks) length += chunk.length
      held = new Uint8Array()
      return length
    },
  }
}
