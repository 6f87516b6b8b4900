/** The one memory in which all WebAssembly kernels work: blocks of it are handed out and taken back. */
import type { Data, DType } from '../../tensor/dtype.ts'
import { MOST_PAGES } from './assembler.ts'

/** A piece of the memory. */
export interface Block {
  readonly address: number
  readonly bytes: number
}

const PAGE = 65536
/** Blocks begin at multiples of a cache line, so that threads never write to the same one. */
const ALIGNMENT = 64

/** Kernels read (and throw away) up to so many bytes beyond the end of an operand; those must exist. */
const READ_BEYOND = 128

export const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT

/** A memory with the blocks that are free. */
export interface Arena {
  readonly memory: WebAssembly.Memory
  /** Whether threads may share it. */
  readonly isShared: boolean
  /** Free blocks in ascending order; no two of them touch. */
  readonly free: Block[]
  /** Everything from here on was never used. */
  top: number
  /** Which build of the kernels to use; without it, the fastest that the engine can run. */
  readonly kernels?: 'fma' | 'simd'
}

/** Threads need SharedArrayBuffer, which browsers give to cross-origin isolated pages only. */
const canShare = (): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated !== false

/** The largest memory that the engine grants, up to 4 GiB. */
function createMemory(shared: boolean): WebAssembly.Memory {
  for (let maximum = MOST_PAGES; ; maximum /= 2)
    try {
      return new WebAssembly.Memory({ initial: 16, maximum, shared })
    } catch (error) {
      if (maximum <= 1024) throw error
    }
}

/** A new memory. The first cache line stays unused, so that no block has the address 0. */
export function createArena({ isShared = canShare(), kernels }: { readonly isShared?: boolean; readonly kernels?: 'fma' | 'simd' } = {}): Arena {
  return { memory: createMemory(isShared), isShared, free: [], top: ALIGNMENT, ...(kernels && { kernels }) }
}

/** A block of so many bytes; undefined where the memory cannot grow that far. What it holds is not defined. */
export function allocate(arena: Arena, bytes: number): Block | undefined {
  const size = aligned(Math.max(bytes, 1))
  const { free, memory } = arena
  const fitting = free.findIndex((block) => block.bytes >= size)
  if (fitting >= 0) {
    const { address, bytes: available } = free[fitting]
    const rest = { address: address + size, bytes: available - size }
    free.splice(fitting, 1, ...(rest.bytes > 0 ? [rest] : []))
    return { address, bytes: size }
  }
  const end = arena.top + size
  if (end + READ_BEYOND > memory.buffer.byteLength) {
    const needed = Math.ceil((end + READ_BEYOND - memory.buffer.byteLength) / PAGE)
    try {
      memory.grow(needed)
    } catch {
      return undefined
    }
  }
  const block = { address: arena.top, bytes: size }
  arena.top = end
  return block
}

/** Gives a block back; free neighbours become one block. */
export function release(arena: Arena, { address, bytes }: Block): void {
  const { free } = arena
  let at = free.findIndex((block) => block.address > address)
  if (at < 0) at = free.length
  let block = { address, bytes }
  const after = free[at]
  if (after !== undefined && after.address === address + bytes) {
    free.splice(at, 1)
    block = { address, bytes: bytes + after.bytes }
  }
  const before = free[at - 1]
  if (before !== undefined && before.address + before.bytes === address) {
    free.splice(--at, 1)
    block = { address: before.address, bytes: before.bytes + block.bytes }
  }
  if (block.address + block.bytes === arena.top) arena.top = block.address
  else free.splice(at, 0, block)
}

/** Numbers of the memory, where they lie. The view is good until the memory grows. */
export function view({ memory }: Arena, dtype: DType, address: number, length: number): Data {
  // A shared buffer holds numbers like any other; TypeScript only keeps the two apart.
  const buffer = memory.buffer as ArrayBuffer
  switch (dtype) {
    case 'float64':
      return new Float64Array(buffer, address, length)
    case 'float32':
      return new Float32Array(buffer, address, length)
    case 'int32':
      return new Int32Array(buffer, address, length)
    case 'bool':
      return new Uint8Array(buffer, address, length)
  }
}

let common: Arena | 'none' | undefined

/** The memory that everything in this thread shares, made when it is first needed; undefined where there is no WebAssembly. */
export function commonArena(): Arena | undefined {
  if (common === undefined)
    try {
      common = createArena()
    } catch {
      // No WebAssembly, or no room for even a small memory: there are executors without it.
      common = 'none'
    }
  return common === 'none' ? undefined : common
}
