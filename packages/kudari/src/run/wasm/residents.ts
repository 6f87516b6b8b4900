/** Tables that stay in the machines' memory: they are copied there once, and stay as long as the numbers they are copies of. */
import { type Data, bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Tensor, TensorType } from '../../tensor/tensor.ts'
import type { WritableTable } from '../loop.ts'
import { type Arena, type Block, allocate, release, view } from './arena.ts'

const copies = new WeakMap<Data, { readonly arena: Arena; readonly block: Block }>()
const forgotten = new FinalizationRegistry<{ readonly arena: Arena; readonly block: Block }>(({ arena, block }) => release(arena, block))

/** Where the copy of a table lies, if there is one. */
export function knownAddress(arena: Arena, { data }: Tensor): number | undefined {
  const known = copies.get(data)
  return known?.arena === arena ? known.block.address : undefined
}

/** Where a table lies; it is copied when it is first asked for. Undefined where there is no room for it. */
export function residentAddress(arena: Arena, table: Tensor): number | undefined {
  const known = knownAddress(arena, table)
  if (known !== undefined) return known
  const { data, dtype } = table
  const block = allocate(arena, data.length * bytesPerElement[dtype])
  if (!block) return undefined
  view(arena, dtype, block.address, data.length).set(data)
  copies.set(data, { arena, block })
  forgotten.register(data, { arena, block })
  return block.address
}

const writable = new WeakMap<WritableTable, Block>()

/** Where a table that {@link writableTable} made lies. */
export const writableAddress = (table: WritableTable): number | undefined => writable.get(table)?.address

/** A table in the machines' memory, to be written there. Undefined where there is no room for it. */
export function writableTable(arena: Arena, type: TensorType): WritableTable | undefined {
  const length = sizeOf(type.shape)
  const block = allocate(arena, length * bytesPerElement[type.dtype])
  if (!block) return undefined
  const table: WritableTable = { type, numbers: () => view(arena, type.dtype, block.address, length), release: () => release(arena, block) }
  writable.set(table, block)
  return table
}

/** Memory that is replaced by a larger piece when more is needed. */
export function growingBlock(arena: Arena): (bytes: number) => number | undefined {
  let block: Block | undefined
  return (bytes) => {
    if (block && block.bytes >= bytes) return block.address
    if (block) release(arena, block)
    block = allocate(arena, bytes)
    return block?.address
  }
}
