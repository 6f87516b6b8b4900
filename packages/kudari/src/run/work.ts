/** How much work a Program is, roughly: what decides whether kernels, memory of their own and threads are worth it. */
import type { Instruction, Program } from '../program/program.ts'
import { sizeOf } from '../tensor/shape.ts'

/** Nanoseconds of a multiplication and addition in a matrix product, and of anything else for each number it touches. */
const PER_PRODUCT_TERM = 0.03
const PER_NUMBER = 0.3

function workOfInstruction({ values }: Program, { operation, inputs, output, attributes }: Instruction): number {
  const size = sizeOf(values[output].shape)
  const read = inputs.reduce((total, id) => total + sizeOf(values[id].shape), 0)
  if (operation !== 'matmul') return (size + read) * PER_NUMBER
  const left = values[inputs[0]].shape
  const depth = left.length === 1 ? left[0] : left.at(attributes.transposeA === true ? -2 : -1)!
  return size * depth * PER_PRODUCT_TERM + (size + read) * PER_NUMBER
}

/** The estimated time of one run on one thread, in nanoseconds. */
export const workOf = (program: Program): number =>
  program.instructions.reduce((total, instruction) => total + workOfInstruction(program, instruction), 0)
