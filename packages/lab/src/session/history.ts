/** What the page knows of the steps that were made: columns of numbers that grow. */
import type { HistoryPart } from '../worker/protocol.ts'

/** Numbers in an array with room to grow. */
export interface Series {
  readonly length: number
  readonly values: Float64Array
}

const empty: Series = { length: 0, values: new Float64Array(0) }

/** A series with a part written at `from`: in the same memory as long as there is room, and nothing in it changes. */
export function extended({ values, length }: Series, from: number, part: Float64Array): Series {
  const needed = from + part.length
  let room = values
  if (needed > values.length || from < length) {
    room = new Float64Array(Math.max(needed, values.length * 2, 256))
    room.set(values.subarray(0, Math.min(length, from)))
  }
  room.set(part, from)
  return { values: room, length: needed }
}

export interface RunHistory {
  /** The loss of each step, before its update. */
  readonly loss: Series
  /** Measures on the validation rows by name, NaN where nothing was measured. */
  readonly validation: Readonly<Record<string, Series>>
  /** Parameters after each step by name: `w0`, `w1`, ..., or `norm`. */
  readonly parameters: Readonly<Record<string, Series>>
}

export const noHistory: RunHistory = { loss: empty, validation: {}, parameters: {} }

const extendedAll = (before: RunHistory['validation'], from: number, parts: HistoryPart['validation']): Record<string, Series> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, extended(before[name] ?? empty, from, part)]))

export const withPart = ({ loss, validation, parameters }: RunHistory, { from, ...part }: HistoryPart): RunHistory => ({
  loss: extended(loss, from, part.loss),
  validation: extendedAll(validation, from, part.validation),
  parameters: extendedAll(parameters, from, part.parameters),
})

/** The numbers of a series, without the room behind them. */
export const numbersOf = ({ values, length }: Series): Float64Array => values.subarray(0, length)
