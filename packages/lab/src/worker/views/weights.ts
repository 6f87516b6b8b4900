/** The parameters of a moment, as far as there is room to show them: the first rows and columns of every vector and matrix. */
import type { Tensor } from 'kudari'
import type { View } from '../moment.ts'

export interface WeightsRequest {
  /** So many rows and columns at most. */
  readonly most: number
}

/** A corner of a tensor, row by row; a vector is a column, a number a column of one. */
export interface Corner {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** Corners by the tensors' names; tensors of more dimensions, as of convolutions, are not among them. */
export type WeightsView = Readonly<Record<string, Corner>>

export function cornerOf({ shape: [height = 1, width = 1], data }: Tensor, most: number): Corner {
  const [rows, columns] = [Math.min(height, most), Math.min(width, most)]
  const values = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * columns + j] = data[i * width + j]
  return { rows, columns, values }
}

export const weights: View<WeightsRequest, WeightsView> = ({ state: { parameters } }, { most }) =>
  Object.fromEntries(Object.entries(parameters).filter(([, { ndim }]) => ndim <= 2).map(([name, tensor]) => [name, cornerOf(tensor, most)]))
