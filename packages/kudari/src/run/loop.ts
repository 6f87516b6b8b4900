/** A loop: a Program that runs again and again, its results being the inputs of the next step, on rows picked from a table. */
import type { Program } from '../program/program.ts'
import { type Data, allocate } from '../tensor/dtype.ts'
import { sizeOf } from '../tensor/shape.ts'
import { Tensor, type TensorType } from '../tensor/tensor.ts'
import { take } from '../ops/gather.ts'
import { prepare } from './planned/planned.ts'
import { workOf } from './work.ts'

/** What stays the same for every step of a loop. Positions count the Program's inputs and outputs. */
export interface LoopShape {
  readonly program: Program
  /** From the position of an output to that of the input that it becomes. */
  readonly feedback: ReadonlyMap<number, number>
  /** Outputs that are kept of every step. */
  readonly recorded: readonly number[]
  /** Inputs that are rows of a table; `start`: so many rows from a first one on; `indices`: one by one. */
  readonly picked: { readonly inputs: readonly number[]; readonly by: 'start' | 'indices' }
  /** Inputs of which each step takes a value of its own: a learning rate that changes. */
  readonly perStep: readonly number[]
}

/** A table that loops read where it lies, and whose numbers may be written anew between their runs. */
export interface WritableTable {
  readonly type: TensorType
  /** Its numbers, to be written. Good until a loop runs. */
  numbers(): Data
  /** Gives its memory back; no loop may use it any more. */
  release(): void
}

/** A loop that can run. */
export interface Loop {
  /** The estimated time of a step, in nanoseconds. */
  readonly work: number
  /** Sets inputs that are neither picked nor each step's own: the state that the next step begins with, and what never changes. */
  setInput(position: number, tensor: Tensor): void
  /** Sets the table that a picked input takes its rows from. */
  setTable(position: number, table: Tensor | WritableTable): void
  /** A table for this loop and others of the same executor. What it holds is not defined. */
  makeTable(type: TensorType): WritableTable
  /** The present value of an input that is fed back. */
  state(position: number): Tensor
  /** Remembers the present state. */
  keep(): void
  /** Goes back to the state that was kept last. */
  restore(): void
  /**
   * Runs one step for every entry.
   *
   * @param picks the first row of each step, or the indices of the rows of one step after the other.
   * @param values for each input that is each step's own its numbers, step after step.
   * @returns for each recorded output its numbers, step after step. They are good until the next run.
   */
  run(steps: number, picks: Int32Array, values: readonly ArrayLike<number>[]): readonly Data[]
}

/** The value that a step takes from the numbers of all steps. */
function valueOfStep({ shape, dtype }: TensorType, numbers: ArrayLike<number>, step: number): Tensor {
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++) data[i] = numbers[step * data.length + i]
  return new Tensor({ shape, dtype }, data)
}

/** A loop in plain TypeScript, for engines without WebAssembly: the planned executor, step by step. */
export function plainLoop({ program, feedback, recorded, picked, perStep }: LoopShape): Loop {
  const { inputs, outputs, values: types } = program
  const execute = prepare(program)
  const current: Tensor[] = []
  let kept: readonly Tensor[] = []
  const tables = new Map<number, Tensor>()
  const rows = picked.inputs.length === 0 ? 0 : types[inputs[picked.inputs[0]]].shape[0]
  const indices = new Int32Array(rows)
  return {
    work: workOf(program),
    setInput: (position, tensor) => void (current[position] = tensor),
    setTable: (position, table) => void tables.set(position, table instanceof Tensor ? table : new Tensor(table.type, table.numbers())),
    makeTable(type) {
      const data = allocate(type.dtype, sizeOf(type.shape))
      return { type, numbers: () => data, release: () => undefined }
    },
    state: (position) => current[position],
    // Tensors do not change: remembering them is enough.
    keep: () => void (kept = [...current]),
    restore: () => void kept.forEach((tensor, position) => (current[position] = tensor)),
    run(steps, picks, values) {
      const records = recorded.map((output) => {
        const { dtype, shape } = types[outputs[output].value]
        return allocate(dtype, sizeOf(shape) * steps)
      })
      for (let step = 0; step < steps; step++) {
        if (picked.by === 'indices') indices.set(picks.subarray(step * rows, (step + 1) * rows))
        else for (let i = 0; i < rows; i++) indices[i] = picks[step] + i
        for (const position of picked.inputs) {
          const table = tables.get(position)!
          const isWhole = picked.by === 'start' && table.shape[0] === rows
          current[position] = isWhole ? table : take(table, new Tensor({ shape: [rows], dtype: 'int32' }, indices.slice()))
        }
        for (const [i, position] of perStep.entries()) current[position] = valueOfStep(types[inputs[position]], values[i], step)
        const results = execute(current)
        for (const [i, output] of recorded.entries()) records[i].set(results[output].data, step * results[output].size)
        for (const [output, input] of feedback) current[input] = results[output]
      }
      return records
    },
  }
}
