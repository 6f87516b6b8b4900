/** What elementwise operations do to a vector of numbers: four float32 or two float64 at once. */
import type { Code } from './assembler.ts'
import type { Instruction } from './opcodes.ts'

/** Numbers of a chain: all of its values are of one float dtype, or masks of its width. */
export type Lanes = 'f32x4' | 'f64x2'
export const lanesOf = (dtype: 'float32' | 'float64'): Lanes => (dtype === 'float32' ? 'f32x4' : 'f64x2')
export const laneCount: Readonly<Record<Lanes, number>> = { f32x4: 4, f64x2: 2 }

/** What the emitter of a formula is given. */
interface Emission {
  readonly code: Code
  readonly lanes: Lanes
  /** Pushes an operand. */
  readonly operand: (position: number) => void
}

/** Pushes the result. Truth values are masks: all bits of a lane, or none. */
export type Formula = (emission: Emission) => void

/** Functions of vectors that the kernels bring along. */
export const vectorFunctions = ['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'tanh', 'sigmoid', 'softplus', 'erf'] as const
export type VectorFunction = (typeof vectorFunctions)[number]
/** Whether an operation is such a function: it has no formula here, its instructions are the kernels'. */
export const isVectorFunction = (operation: string): operation is VectorFunction => (vectorFunctions as readonly string[]).includes(operation)

type Suffix<Name> = Name extends `f32x4.${infer Rest}` ? Rest : never
/** Instructions that exist for both widths. */
type LaneInstruction = Suffix<Instruction>

const one =
  (instruction: LaneInstruction): Formula =>
  ({ code, lanes, operand }) => {
    operand(0)
    code.op(`${lanes}.${instruction}` as Instruction)
  }

const two =
  (instruction: LaneInstruction): Formula =>
  ({ code, lanes, operand }) => {
    operand(0)
    operand(1)
    code.op(`${lanes}.${instruction}` as Instruction)
  }

const bitwise =
  (instruction: Instruction): Formula =>
  ({ code, operand }) => {
    operand(0)
    operand(1)
    code.op(instruction)
  }

/** Formulas whose result is a truth value. */
export const truths: Readonly<Record<string, Formula>> = {
  equal: two('eq'),
  notEqual: two('ne'),
  less: two('lt'),
  lessEqual: two('le'),
  greater: two('gt'),
  greaterEqual: two('ge'),
  isnan({ code, lanes, operand }) {
    operand(0)
    operand(0)
    code.op(`${lanes}.ne`)
  },
  isfinite({ code, lanes, operand }) {
    operand(0)
    code.op(`${lanes}.abs`).splat(Infinity, lanes).op(`${lanes}.lt`)
  },
  logicalAnd: bitwise('v128.and'),
  logicalOr: bitwise('v128.or'),
  logicalXor: bitwise('v128.xor'),
  logicalNot({ code, operand }) {
    operand(0)
    code.op('v128.not')
  },
}

/** Comparisons of int32, which fill a lane of float32: one-hot rows are made of them. */
export const wholeTruths: Readonly<Record<string, Formula>> = {
  equal: bitwise('i32x4.eq'),
  notEqual: bitwise('i32x4.ne'),
  less: bitwise('i32x4.lt_s'),
  lessEqual: bitwise('i32x4.le_s'),
  greater: bitwise('i32x4.gt_s'),
  greaterEqual: bitwise('i32x4.ge_s'),
}

/** Formulas of numbers; those of the op table, held to it by tests. Functions of vectors are not among them. */
export const numbers: Readonly<Record<string, Formula>> = {
  add: two('add'),
  subtract: two('sub'),
  multiply: two('mul'),
  divide: two('div'),
  maximum: two('max'),
  minimum: two('min'),
  negative: one('neg'),
  abs: one('abs'),
  sqrt: one('sqrt'),
  floor: one('floor'),
  ceil: one('ceil'),
  round: one('nearest'),
  square({ code, lanes, operand }) {
    operand(0)
    operand(0)
    code.op(`${lanes}.mul`)
  },
  /** NaN is not at most 0, and stays. */
  relu({ code, lanes, operand }) {
    operand(0)
    operand(0)
    code.splat(0, lanes).op(`${lanes}.le`).op('v128.andnot')
  },
  sign({ code, lanes, operand }) {
    operand(0)
    operand(0)
    code.splat(0, lanes).op(`${lanes}.gt`).splat(1, lanes).op('v128.and')
    operand(0)
    code.splat(0, lanes).op(`${lanes}.lt`).splat(1, lanes).op('v128.and')
    code.op(`${lanes}.sub`)
    operand(0)
    operand(0)
    code.op(`${lanes}.ne`).op('v128.bitselect')
  },
  /** The condition is a mask. */
  where({ code, operand }) {
    operand(1)
    operand(2)
    operand(0)
    code.op('v128.bitselect')
  },
  /** Only from truth to number; a change of width is not a matter of lanes. */
  astype({ code, lanes, operand }) {
    operand(0)
    code.splat(1, lanes).op('v128.and')
  },
  broadcastTo({ operand }) {
    operand(0)
  },
}
