/** A Program: a computation written down as plain data — a list of instructions over values of known shape and dtype. */
import type { Attributes, Tensor, TensorType } from '../tensor/tensor.ts'

/** The number of a value: its position in {@link Program.values}. */
export type ValueId = number

/** What is known of a value before the Program runs, and the name that its author gave it. */
export interface Value extends TensorType {
  readonly name?: string
}

/** One step: `yd = subtract(yp, yt)`. Every value is assigned once, before it is used. */
export interface Instruction {
  readonly output: ValueId
  readonly operation: string
  readonly inputs: readonly ValueId[]
  readonly attributes: Attributes
}

/** A tensor that the traced function brought along instead of taking it as an argument. */
export interface Constant {
  readonly value: ValueId
  readonly tensor: Tensor
}

/** A result: under which name the traced function returned which value. */
export interface Output {
  readonly name: string
  readonly value: ValueId
}

/** Everything meets in this structure: it can be run, differentiated, simplified, printed, and written to a file. */
export interface Program {
  readonly values: readonly Value[]
  readonly inputs: readonly ValueId[]
  readonly constants: readonly Constant[]
  readonly instructions: readonly Instruction[]
  readonly outputs: readonly Output[]
}

/** How often each value is used, as an input of an instruction or as an output of the Program. */
export function countUses(program: Program): number[] {
  const uses = program.values.map(() => 0)
  for (const { inputs } of program.instructions) for (const input of inputs) uses[input]++
  for (const { value } of program.outputs) uses[value]++
  return uses
}

/**
 * For each value the name by which readings of the Program speak of it: the author's where there is one, made unique;
 * else `t1`, `t2`, ... in order.
 */
export function nameValues(program: Program): string[] {
  const taken = new Set<string>()
  const unique = (wanted: string): string => {
    let name = wanted
    for (let suffix = 2; taken.has(name); suffix++) name = `${wanted}_${suffix}`
    taken.add(name)
    return name
  }
  const names = program.values.map(({ name }) => (name === undefined ? '' : unique(name)))
  let temporary = 0
  return names.map((name) => name || unique(`t${++temporary}`))
}
