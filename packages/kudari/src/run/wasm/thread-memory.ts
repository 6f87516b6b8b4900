/** Memory that each thread has for the tile at hand: one machine after the other uses it, because a thread runs one at a time. */
import { type Arena, type Block, allocate, release } from './arena.ts'

const blocks = new WeakMap<Arena, Block[]>()

/**
 * Makes sure that the first `threads` threads have so many bytes each.
 *
 * @returns where the memory of each begins; undefined where there is no room for it.
 */
export function threadMemory(arena: Arena, threads: number, bytes: number): number[] | undefined {
  const own = blocks.get(arena) ?? []
  blocks.set(arena, own)
  for (let thread = 0; thread < threads; thread++) {
    if (own[thread] && own[thread].bytes >= bytes) continue
    const block = allocate(arena, bytes)
    if (!block) return undefined
    if (own[thread]) release(arena, own[thread])
    own[thread] = block
  }
  return own.slice(0, threads).map(({ address }) => address)
}
