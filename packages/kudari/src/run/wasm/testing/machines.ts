/** Comparing machines with the reference, for tests. */
import { expect } from 'vitest'
import type { Program, ValueId } from '../../../program/program.ts'
import { trace } from '../../../program/trace.ts'
import { allocate } from '../../../tensor/dtype.ts'
import { generator } from '../../../tensor/random.ts'
import { type Shape, sizeOf } from '../../../tensor/shape.ts'
import { Tensor } from '../../../tensor/tensor.ts'
import { run } from '../../reference.ts'
import { prepareOnMachine } from '../executable.ts'
import { planProgram } from '../plan.ts'
import type { Task } from '../tasks.ts'

export type Float = 'float64' | 'float32'

/**
 * How far apart two results may be, relative to the largest number that they were made of: sums are added in another order,
 * float32 in float32 where the reference adds in float64, and functions are exact to 2 units in the last place.
 */
const tolerance: Readonly<Record<Float, number>> = { float64: 1e-13, float32: 4e-6 }

const isNear = (a: number, b: number, scale: number, dtype: string): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= (tolerance[dtype as Float] ?? 0) * Math.max(scale, Math.abs(b))

/** Where found results are not near the expected ones, for people to read. */
export function differences(found: readonly Tensor[], expected: readonly Tensor[], scale: number, precision?: Float): string[] {
  return expected.flatMap(({ dtype, shape, data }, i) => {
    if (found[i].dtype !== dtype || found[i].shape.join() !== shape.join()) return [`${found[i].dtype} (${found[i].shape.join()})`]
    const at = data.findIndex((value, j) => !isNear(found[i].data[j], value, scale, precision ?? dtype))
    return at < 0 ? [] : [`output ${i}, element ${at}: ${found[i].data[at]} instead of ${data[at]}`]
  })
}

const special = [NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e-40, -1e150]

/** Normal numbers, and special ones among them where wanted. */
export function randomTensor(shape: Shape, dtype: Float, seed: number, withSpecial: boolean): Tensor {
  const random = generator(seed)
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++)
    data[i] = withSpecial && random.uniform() < 0.1 ? special[random.integer(special.length)] : random.normal()
  return new Tensor({ shape, dtype }, data)
}

/** Runs a function by the reference and on a machine, twice with the same memory. */
export function compare(fn: (...inputs: Tensor[]) => Tensor | Tensor[], ...shapes: readonly Shape[]): void {
  for (const dtype of ['float64', 'float32'] as const)
    for (const withSpecial of [false, true]) {
      const { program } = trace(fn, shapes.map((shape, i) => ({ shape, dtype, name: `x${i}` })))
      const execute = prepareOnMachine(program)!
      for (const seed of [1, 2]) {
        const inputs = shapes.map((shape, i) => randomTensor(shape, dtype, seed * 100 + i, withSpecial))
        const terms = Math.max(...shapes.flat(), 1)
        expect(differences(execute(inputs), run(program, inputs), terms)).toEqual([])
      }
    }
}

/** The tasks that a Program runs outside of WebAssembly. */
export const outside = (program: Program): string[] =>
  planProgram(program).stages.flatMap(({ tasks }) => tasks.flatMap((task) => (task.kind === 'host' ? [task.instruction.operation] : [])))

/** Everything that a Program does, and whether a value lies in the Program's block or in the memory of a thread. */
export function tasksOf(program: Program): { readonly task: Task; readonly place: (value: ValueId) => 'block' | 'thread' | undefined }[] {
  const { stages, places } = planProgram(program)
  return stages.flatMap(({ tasks }) => tasks.map((task) => ({ task, place: (value: ValueId) => places.get(value)?.in })))
}
