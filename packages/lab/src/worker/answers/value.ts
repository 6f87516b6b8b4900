/** One value of the step that begins at a moment: its numbers as a table, how one of them was computed, and where gradients come from. */
import { type Tensor, filledFormula, formatNumber, gradientRules, placeOf } from 'kudari'
import type { Moment } from '../moment.ts'
import { openedStep } from '../opened.ts'

/** A part of a tensor as a table: its last axis goes across, all others down. */
export interface NumbersView {
  readonly rows: number
  readonly columns: number
  readonly fromRow: number
  readonly fromColumn: number
  readonly numbers: readonly (readonly string[])[]
}

export interface ElementView {
  readonly position: number
  readonly place: readonly number[]
  /** The formula with the numbers filled in; left out where an operation's numbers cannot be followed one by one. */
  readonly filled?: string
  readonly value: string
  /** For each operand, by id, the positions that count. */
  readonly origins: readonly { readonly id: number; readonly positions: readonly number[] }[]
}

export interface RuleView {
  /** The operand that gets the gradient, by id. */
  readonly id: number
  readonly tex: readonly string[]
}

export interface OpenValueView {
  readonly id: number
  readonly table: NumbersView
  readonly element?: ElementView
  /** What each operand gets of the gradient g of this value. */
  readonly rules: readonly RuleView[]
}

export interface ValueRequest {
  readonly id: number
  readonly fromRow: number
  readonly fromColumn: number
  /** The number to be explained, in row-major order. */
  readonly position?: number
}

/** So many rows and columns are shown at a time. */
export const ROWS_SHOWN = 12
export const COLUMNS_SHOWN = 10

function numbersView({ shape, data, size, dtype }: Tensor, fromRow: number, fromColumn: number): NumbersView {
  // A vector stands upright, as the talk writes it.
  const columns = shape.length < 2 ? 1 : shape[shape.length - 1]
  const rows = columns === 0 ? 0 : size / columns
  const text = (value: number): string => (dtype === 'bool' ? String(value !== 0) : formatNumber(Number(value), 6))
  const numbers = Array.from({ length: Math.max(0, Math.min(ROWS_SHOWN, rows - fromRow)) }, (_, i) =>
    Array.from({ length: Math.max(0, Math.min(COLUMNS_SHOWN, columns - fromColumn)) }, (__, j) =>
      text(data[(fromRow + i) * columns + fromColumn + j])))
  return { rows, columns, fromRow, fromColumn, numbers }
}

export function value(moment: Moment, { id, fromRow, fromColumn, position }: ValueRequest): OpenValueView {
  const { step: { program, tensors }, texOf } = openedStep(moment)
  const tensor = tensors[id]
  const instruction = program.instructions.find(({ output }) => output === id)
  const names = instruction?.inputs.map(texOf) ?? []
  const element = (at: number): ElementView => {
    const filled = instruction && filledFormula(instruction, names, instruction.inputs.map((input) => tensors[input]), tensor, at)
    const origins = filled ? instruction.inputs.map((input, i) => ({ id: input, positions: filled.origins[i] })) : []
    return { position: at, place: placeOf(at, tensor.shape), value: formatNumber(Number(tensor.data[at]), 6), origins, ...(filled && { filled: filled.tex }) }
  }
  return {
    id,
    table: numbersView(tensor, fromRow, fromColumn),
    ...(position !== undefined && position < tensor.size && { element: element(position) }),
    rules: instruction
      ? gradientRules(program, instruction, instruction.inputs.map((input) => program.values[input].name)).map(({ operand, tex }) => ({ id: instruction.inputs[operand], tex }))
      : [],
  }
}
