/** The weights of a moment and their gradient, tensor by tensor: as pictures of few cells, and how they spread. */
import type { Tensor } from 'kudari'
import type { View } from '../moment.ts'
import { type Blocks, blockMeans } from '../inside/blocks.ts'
import { gradientsAt } from '../inside/gradients.ts'
import { type Spread, largestSize, spreadOf } from '../inside/spread.ts'

export interface LayersRequest {
  /** The tensors whose cells are looked at; of all others it is said how they spread. */
  readonly open: readonly string[]
  readonly isPlaying: boolean
}

export interface NumbersView {
  readonly spread: Spread
  readonly blocks?: Blocks
}

/** A tensor as a matrix: the last axis is its columns, one for each unit; a vector is a row. */
export interface TensorView {
  readonly rows: number
  readonly columns: number
  readonly weights: NumbersView
  readonly gradient: NumbersView
  /** Whether all units have the same weights and the same gradient, of two and more: they do the same, and will do so. */
  readonly isAlike: boolean
}

export interface LayersView {
  readonly tensors: Readonly<Record<string, TensorView>>
  /** The moment that the gradients are of, and the rows that they were measured on. */
  readonly gradientIteration: number
  readonly gradientRows: number
}

/** Cells of all pictures together while a run plays, so that frames stay small; and of one picture at rest. */
const CELLS_PLAYING = 20_000
const CELLS_AT_REST = 16_384

/** Weights of one output are a column, one below the other as their inputs; a bias, or whatever each unit has one of, is a row. */
function sidesOf({ shape }: Tensor, isWeights: boolean): { readonly rows: number; readonly columns: number } {
  const size = shape.reduce((a, b) => a * b, 1)
  if (shape.length < 2) return isWeights ? { rows: size, columns: 1 } : { rows: 1, columns: size }
  return { rows: size / shape.at(-1)!, columns: shape.at(-1)! }
}

/** Gradients that differ by less than this share of the largest are the same but for rounding. */
const SAME = 1e-5

function areColumnsAlike({ data }: Tensor, columns: number, within: number): boolean {
  for (let i = 0; i < data.length; i++) if (!(Math.abs(data[i] - data[i - (i % columns)]) <= within)) return false
  return columns > 1
}

export const layers: View<LayersRequest, LayersView> = (moment, { open, isPlaying }) => {
  const { parameters } = moment.state
  const { gradients, iteration, rows: gradientRows } = gradientsAt(moment, isPlaying)
  const most = isPlaying ? Math.floor(CELLS_PLAYING / (2 * Math.max(open.length, 1))) : CELLS_AT_REST
  const tensors = Object.entries(parameters).map(([name, tensor]) => {
    const { rows, columns } = sidesOf(tensor, /^[wW]/.test(name))
    const numbers = ({ data }: Tensor): NumbersView => ({ spread: spreadOf(data), ...(open.includes(name) && { blocks: blockMeans(data, rows, columns, most) }) })
    const gradient = gradients[name]
    const isAlike = areColumnsAlike(tensor, columns, 0) && areColumnsAlike(gradient, columns, SAME * largestSize(gradient.data))
    return [name, { rows, columns, weights: numbers(tensor), gradient: numbers(gradient), isAlike }] as const
  })
  return { tensors: Object.fromEntries(tensors), gradientIteration: iteration, gradientRows }
}
