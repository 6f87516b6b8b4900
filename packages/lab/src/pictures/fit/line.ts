/** A straight line as it is seen, and as a linear model of one input has it. */
import { type Pipeline, type ModelSpecification, unscale } from 'kudari'
import { type PlotFrame, fromX } from '../plot-frame.ts'

/** y = w0 + w1 x, in the units of the table. */
export interface Line {
  readonly w0: number
  readonly w1: number
}

export interface LinePoint {
  readonly x: number
  readonly y: number
}

export const onLine = ({ w0, w1 }: Line, x: number): number => w0 + w1 * x

export function lineThrough(a: LinePoint, b: LinePoint): Line {
  const w1 = (b.y - a.y) / (b.x - a.x)
  return { w0: a.y - w1 * a.x, w1 }
}

/** Whether a model is straight along every input. */
export const isLinear = ({ layers }: ModelSpecification): boolean =>
  layers.every(({ type }) => type === 'dummy' || type === 'dense') && layers.filter(({ type }) => type === 'dense').length === 1

/** Whether a model is a straight line of one number, whatever it learns by. */
export function isLine(specification: ModelSpecification, { features, target }: Pipeline): boolean {
  const [feature] = features
  return isLinear(specification) && target.task === 'regression' && features.length === 1 && feature.columns.length === 1 && feature.kind === 'numeric' && (feature.type === 'number' || feature.type === 'integer')
}

const targetOffset = ({ target }: Pipeline): number => (target.task === 'regression' ? target.offset : 0)

/** The line that a model's own parameters draw. */
export function lineOf(pipeline: Pipeline, [w0, w1]: readonly number[]): Line {
  const { w0: bias, w } = unscale(pipeline, w0, [w1])
  return { w0: bias, w1: w[0] }
}

/**
 * The parameters of the model that draw a line: the inverse of {@link lineOf}. With z = (x - offset) / divisor,
 *
 *     w0 + w1 x - target offset = (w0 + w1 offset - target offset) + (w1 divisor) z
 */
export function parametersOf(pipeline: Pipeline, { w0, w1 }: Line): [number, number] {
  const [{ offset, divisor }] = pipeline.features[0].columns
  return [w0 + w1 * offset - targetOffset(pipeline), w1 * divisor]
}

/** Room between the ends of a line and the edges of its plot, in pixels. */
const INSET = 5

/** Where a line is taken hold of: near the ends of the part that can be seen; where nothing of it can, at the edge next to it. */
export function endsOf(line: Line, frame: PlotFrame): readonly [LinePoint, LinePoint] {
  const [bottom, top] = frame.y
  const [left, right] = [fromX(frame, frame.left + INSET), fromX(frame, frame.width - frame.right - INSET)]
  const crossings = [(bottom - line.w0) / line.w1, (top - line.w0) / line.w1].sort((a, b) => a - b)
  const from = line.w1 === 0 ? left : Math.max(left, crossings[0])
  const to = line.w1 === 0 ? right : Math.min(right, crossings[1])
  // Two ends that lie on one another could not be told apart.
  const [a, b] = to - from > (right - left) / 20 ? [from, to] : [left, right]
  const inside = (x: number): LinePoint => ({ x, y: Math.min(Math.max(onLine(line, x), bottom), top) })
  return [inside(a), inside(b)]
}
