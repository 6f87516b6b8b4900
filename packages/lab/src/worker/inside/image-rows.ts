/** Rows that are images: some of those held out, else of those learned from, as pictures, and what a model says of them. */
import { type ImageSize, type Plan, type Tensor, inputForm, inspectNetwork, outputs, take } from 'kudari'
import type { Moment } from '../moment.ts'
import { evenly } from './some-rows.ts'

/** Images that are looked at. */
export interface ImageRows {
  readonly size: ImageSize
  readonly isHeldOut: boolean
  /** Prepared inputs, and the truth: classes, or numbers. */
  readonly x: Tensor
  readonly truth: ArrayLike<number>
  /** Each one's row in the table, from 0; undefined where they come from a table of their own. */
  readonly tableRows: Int32Array | undefined
  /** The value that is white. */
  readonly white: number
}

/** So many rows at most, and fewer of a model that takes more than so many operations for all of them. */
const MOST = 300
const LEAST = 48
const OPERATIONS = 6e8

const known = new WeakMap<Plan, ImageRows>()

/** The images of a plan; undefined where its rows are none. */
export function imageRowsOf(plan: Plan): ImageRows | undefined {
  const size = plan.pipeline.image
  if (!size) return undefined
  const found = known.get(plan) ?? someImages(plan, size)
  known.set(plan, found)
  return found
}

function someImages(plan: Plan, size: ImageSize): ImageRows {
  const { validation, training, specification, inputs, split } = plan
  const source = validation ?? training
  const { operations } = inspectNetwork(specification, inputs.length)
  const places = evenly(source.x.shape[0], Math.min(MOST, Math.max(LEAST, Math.floor(OPERATIONS / operations))))
  const x = take(source.x, places)
  const rows = places.size
  const [first, own] = [inputForm(plan).ones ? 1 : 0, plan.pipeline.features.map(({ columns }) => columns[0])]
  let white = 0
  for (let row = 0; row < rows; row++)
    for (const [j, { offset, divisor }] of own.entries()) white = Math.max(white, x.data[row * (first + own.length) + first + j] * divisor + offset)
  const table = validation ? split.validation : split.train
  return {
    size,
    isHeldOut: validation !== undefined,
    x,
    truth: take(source.y, places).data,
    tableRows: table.length === source.x.shape[0] ? Int32Array.from(places.data, (row) => table[row]) : undefined,
    white,
  }
}

/** The pixels of a row, from 0 (black) to 255. */
export function pixelsOf(plan: Plan, { x, white }: ImageRows, row: number): Uint8Array {
  const first = inputForm(plan).ones ? 1 : 0
  const width = x.shape[1]
  return Uint8Array.from(plan.pipeline.features, ({ columns: [{ offset, divisor }] }, j) =>
    white === 0 ? 0 : Math.max(0, Math.min(255, Math.round(((x.data[row * width + first + j] * divisor + offset) / white) * 255))))
}

/** What a model says of images. */
export interface ImagePredictions {
  /** The likeliest class of each, or the predicted number in the unit of the table. */
  readonly predicted: Float64Array
  /** The probability of each class, row by row; none for numbers. */
  readonly probabilities: Float32Array
  readonly classes: number
  /** The images, by their place among the rows, of which another class is likeliest than the true one; none for numbers. */
  readonly mistakes: readonly number[]
}

export function predictImages({ plan, state }: Pick<Moment, 'plan' | 'state'>, { x, truth }: ImageRows): ImagePredictions {
  const { pipeline: { target }, specification } = plan
  const { data, shape } = outputs({ ...state, specification }, x)
  const [rows] = shape
  if (target.task === 'regression') return { predicted: Float64Array.from(data, (value) => value + target.offset), probabilities: new Float32Array(), classes: 0, mistakes: [] }
  const classes = target.classes.length
  const probabilities = new Float32Array(rows * classes)
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < classes; k++) probabilities[row * classes + k] = shape.length === 2 ? data[row * classes + k] : k === 1 ? data[row] : 1 - data[row]
  const predicted = Float64Array.from({ length: rows }, (_, row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes)
    return own.indexOf(own.reduce((a, b) => Math.max(a, b)))
  })
  const mistakes = [...predicted.keys()].filter((row) => predicted[row] !== truth[row])
  return { predicted, probabilities, classes, mistakes }
}
