/** Models that are too simple: the rows nearest to a row tell more of it than the model does. */
import { isNetwork, someRows } from 'kudari'
import { hasSettled } from './curves.ts'
import { limitAt } from './learning-rate.ts'
import type { Lesson, Remedy } from './lesson.ts'
import { errorOfShare, saidAt } from './predictions.ts'
import { FIRST_STEPS, type Recogniser, ofPlan } from './recognise.ts'

/** Each row is compared with every other: so many rows, of so many columns, in some milliseconds. */
const ROWS = 256
const COLUMNS = 64
/** So many neighbours are asked. */
const NEIGHBOURS = 5

/** The positions of the rows nearest to one, but for itself. */
function nearest(x: ArrayLike<number>, rows: number, width: number, row: number): number[] {
  const distances = Array.from({ length: rows }, (_, other) => {
    let sum = 0
    for (let j = 0; j < width; j++) sum += (x[row * width + j] - x[other * width + j]) ** 2
    return { other, distance: other === row ? Infinity : sum }
  })
  return distances.sort((a, b) => a.distance - b.distance).slice(0, NEIGHBOURS).map(({ other }) => other)
}

const mostFrequent = (classes: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const k of classes) counts.set(k, (counts.get(k) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** Columns of one scale, so that distances are fair. */
function standardized(x: ArrayLike<number>, rows: number, width: number): Float64Array {
  const scaled = Float64Array.from(x)
  for (let j = 0; j < width; j++) {
    let [sum, squares] = [0, 0]
    for (let i = 0; i < rows; i++) sum += x[i * width + j]
    for (let i = 0; i < rows; i++) squares += (x[i * width + j] - sum / rows) ** 2
    const deviation = Math.sqrt(squares / rows) || 1
    for (let i = 0; i < rows; i++) scaled[i * width + j] = (x[i * width + j] - sum / rows) / deviation
  }
  return scaled
}

interface Neighbours {
  readonly rows: number
  /** The share of right answers, or the mean square of errors. */
  readonly score: number
  /** The same of whoever always says the most frequent class, or the mean. */
  readonly ignorant: number
}

/** How good it is to predict each row from the rows nearest to it. */
export const neighboursOf = ofPlan(({ training, pipeline: { target } }): Neighbours | undefined => {
  const { x, yt } = someRows({ x: training.x, yt: training.y }, ROWS)
  const [rows, width] = x.shape
  if (width > COLUMNS || rows <= 6 * NEIGHBOURS) return undefined
  const scaled = standardized(x.data, rows, width)
  const truth = Array.from(yt.data)
  let sum = 0
  for (let row = 0; row < rows; row++) {
    const theirs = nearest(scaled, rows, width, row).map((other) => truth[other])
    if (target.task === 'classification') sum += mostFrequent(theirs) === truth[row] ? 1 : 0
    else sum += (theirs.reduce((a, b) => a + b, 0) / NEIGHBOURS - truth[row]) ** 2
  }
  if (target.task === 'classification') return { rows, score: sum / rows, ignorant: truth.filter((k) => k === mostFrequent(truth)).length / rows }
  const mean = truth.reduce((a, b) => a + b, 0) / rows
  return { rows, score: sum / rows, ignorant: truth.reduce((total, value) => total + (value - mean) ** 2, 0) / rows }
})

const network: Remedy = {
  kind: 'network',
  change: { model: 'mlp:16,16', activation: 'tanh', learningRate: 0.01, optimizer: 'adam', optimizerSettings: undefined, initial: undefined, schedule: undefined },
}

/** Right in a tenth more of the rows, and surely so; or with half of the mean square. */
const BETTER = 0.1
const HALF = 0.5

/** A model without hidden layers has settled, and its neighbours tell more of a row than it does: there is a pattern that it cannot follow. */
export const tooSimple: Recogniser = (moment) => {
  const { plan, history: { loss }, iteration } = moment
  if (isNetwork(plan.specification) || iteration < FIRST_STEPS || !hasSettled(loss, iteration)) return []
  // A rate near its limit keeps a model from where it would settle.
  if (moment.learningRate > limitAt(moment) / 2) return []
  const neighbours = neighboursOf(moment)
  if (!neighbours) return []
  const { metrics, truth } = saidAt(moment).train
  const lesson = (measure: 'accuracy' | 'rmse', model: number, theirs: number): Lesson[] =>
    [{ kind: 'tooSimple', measure, model, neighbours: theirs, count: NEIGHBOURS, remedies: [network] }]
  if (metrics.task === 'regression') return neighbours.score < HALF * Math.min(metrics.rmse ** 2, neighbours.ignorant) ? lesson('rmse', metrics.rmse, Math.sqrt(neighbours.score)) : []
  const uncertain = Math.hypot(errorOfShare(metrics.accuracy, truth.length), errorOfShare(neighbours.score, neighbours.rows))
  return neighbours.score - Math.max(metrics.accuracy, neighbours.ignorant) > BETTER + 2 * uncertain ? lesson('accuracy', metrics.accuracy, neighbours.score) : []
}
