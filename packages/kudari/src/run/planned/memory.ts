/** The memory of a Program, planned before it runs: which values share their elements, and when memory is free again. */
import { type Data, allocate } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Program, ValueId } from '../../program/program.ts'

/** Operations whose output has the elements of their input, in the same order. */
const views: ReadonlySet<string> = new Set(['reshape', 'expandDims', 'squeeze'])

/** Where the elements of each value lie. */
export interface MemoryPlan {
  /** For each value the value whose memory it has: itself, or for a view what it looks at. */
  readonly roots: readonly ValueId[]
  /** Memory for the values of the instructions, kept from run to run; undefined for what leaves the Program. */
  readonly memory: readonly (Data | undefined)[]
}

/**
 * Plans the memory: a value that is needed no more leaves its memory to a later one of the same dtype and size. What the
 * Program gives out is not planned: it gets new memory at each run, because tensors do not change.
 */
export function planMemory({ values, inputs, constants, instructions, outputs }: Program): MemoryPlan {
  const roots = values.map((_, id) => id)
  for (const { output, operation, inputs: from } of instructions) if (views.has(operation)) roots[output] = roots[from[0]]

  const leaves = new Set(outputs.map(({ value }) => roots[value]))
  const given = new Set([...inputs, ...constants.map(({ value }) => value)])
  const lastUse = new Map<ValueId, number>()
  for (const [i, { inputs: from }] of instructions.entries()) for (const id of from) lastUse.set(roots[id], i)

  const memory: (Data | undefined)[] = []
  const free = new Map<string, Data[]>()
  for (const [i, { output, inputs: from }] of instructions.entries()) {
    const { dtype, shape } = values[output]
    const keyOf = (id: ValueId) => `${values[id].dtype} ${sizeOf(values[id].shape)}`
    if (roots[output] === output && !leaves.has(output))
      memory[output] = free.get(keyOf(output))?.pop() ?? allocate(dtype, sizeOf(shape))
    // Only now: an instruction never writes where it reads. (What nobody reads is free at once, but rare.)
    for (const root of new Set(from.map((id) => roots[id]))) {
      const own = memory[root]
      if (own === undefined || given.has(root) || lastUse.get(root) !== i) continue
      const list = free.get(keyOf(root)) ?? []
      free.set(keyOf(root), list)
      list.push(own)
    }
  }
  return { roots, memory }
}
