/** Synthetic tables: points that show what a model can and cannot learn, made from a seed. */
import { type Column, type Samples, type Table, makeBlobs, makeCircles, makeMoons, makePolynomial, makeSpiral, makeXor } from 'kudari'

export const shapes = ['line', 'curve', 'blobs', 'moons', 'circles', 'xor', 'spiral'] as const
export type MadeShape = (typeof shapes)[number]

export const isShape = (name: unknown): name is MadeShape => shapes.some((shape) => shape === name)

export interface MadeData {
  readonly shape: MadeShape
  readonly rows: number
  /** Standard deviation of the noise. */
  readonly noise: number
  readonly seed: number
}

const makers: Record<MadeShape, (options: Omit<MadeData, 'shape'>) => Samples> = {
  line: (options) => makePolynomial({ ...options, coefficients: [0.5, 1.5] }),
  curve: (options) => makePolynomial({ ...options, coefficients: [0.2, -1.5, 0, 2.5] }),
  blobs: ({ noise, ...options }) => makeBlobs({ ...options, noise: 4 * noise + 0.2 }),
  moons: makeMoons,
  circles: (options) => makeCircles({ ...options, factor: 0.4 }),
  xor: makeXor,
  // Its arms lie close together.
  spiral: ({ noise, ...options }) => makeSpiral({ ...options, noise: noise / 4 }),
}

export const isRegression = (shape: MadeShape): boolean => shape === 'line' || shape === 'curve'

/** What is to be learned of a synthetic table: its last column. */
export const madeTarget = (shape: MadeShape): string => (isRegression(shape) ? 'y' : 'class')

const letters = 'ABCDEFGHIJ'

/** A synthetic table: columns `x`, `y`, or `x1`, `x2`, `class`. */
export function madeTable({ shape, ...options }: MadeData): Table {
  const { x, y } = makers[shape](options)
  const inputs = isRegression(shape) ? ['x'] : ['x1', 'x2']
  const columns: Column[] = inputs.map((name, j) => ({
    name,
    type: 'number',
    values: Float64Array.from({ length: options.rows }, (_, i) => x.data[i * inputs.length + j]),
  }))
  const target = madeTarget(shape)
  return {
    columns: [
      ...columns,
      isRegression(shape)
        ? { name: target, type: 'number', values: Float64Array.from(y.data) }
        : { name: target, type: 'category', values: Array.from(y.data, (k) => letters[k]) },
    ],
    rows: options.rows,
    source: shape,
    missing: [],
  }
}
