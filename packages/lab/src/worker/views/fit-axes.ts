/** What lies on the axes of a picture of the model, and where the other inputs stand meanwhile. */
import type { Feature, Pipeline, Plan } from 'kudari'
import { categoriesOf, decoded, isNumber, someOf } from './encoded.ts'

/** An axis: numbers, or dates in milliseconds since 1970, from the lowest to the highest that is drawn; or categories, at 0, 1, ... */
export type FitAxis = { readonly column: string } & (
  | { readonly kind: 'number' | 'date'; readonly low: number; readonly high: number }
  | { readonly kind: 'category'; readonly categories: readonly string[] }
)

/** An input that is not on an axis: a number or date at its mean, a category at the most frequent one. */
export interface Held {
  readonly column: string
  readonly kind: FitAxis['kind']
  readonly value: number | string
}

/** So many rows tell which inputs say most about the target. */
const ROWS = 1000
/** Room around the rows, as a share of their range. */
const MARGIN = 0.08

export const kindOf = (feature: Feature): FitAxis['kind'] => (isNumber(feature) ? (feature.type === 'date' ? 'date' : 'number') : 'category')

/** The inputs that may lie on an axis: the numbers; where there are none, the categories. */
export function axisFeatures({ features }: Pipeline): readonly Feature[] {
  const numbers = features.filter(isNumber)
  return numbers.length > 0 ? numbers : features
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** The share of the variance of `y` that a straight line through (x, y) takes away: r². */
function straightness(x: Float64Array, y: ArrayLike<number>): number {
  const [mx, my] = [meanOf(x), meanOf(y)]
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - mx) * (y[i] - my)
    xx += (x[i] - mx) ** 2
    yy += (y[i] - my) ** 2
  }
  return xx * yy === 0 ? 0 : xy ** 2 / (xx * yy)
}

/** The share of the variance of `x` that lies between classes, not within them: the correlation ratio η². */
function separation(x: Float64Array, classes: ArrayLike<number>): number {
  const groups = new Map<number, { sum: number; count: number }>()
  for (let i = 0; i < x.length; i++) {
    const group = groups.get(classes[i]) ?? { sum: 0, count: 0 }
    group.sum += x[i]
    group.count++
    groups.set(classes[i], group)
  }
  const mean = meanOf(x)
  let [between, all] = [0, 0]
  for (const { sum, count } of groups.values()) between += count * (sum / count - mean) ** 2
  for (const value of x) all += (value - mean) ** 2
  return all === 0 ? 0 : between / all
}

/** The one or two inputs that say most about the target, in the order of the table. */
function tellingFeatures({ pipeline, training }: Plan): readonly Feature[] {
  const all = axisFeatures(pipeline)
  const most = isNumber(all[0]) ? 2 : 1
  if (all.length <= most) return all
  const { x, y } = someOf(training, ROWS)
  const tells = pipeline.target.task === 'regression' ? straightness : separation
  const strength = new Map(all.map((feature) => [feature, tells(decoded(pipeline, feature, x), y.data)]))
  const best = [...all].sort((a, b) => strength.get(b)! - strength.get(a)!).slice(0, most)
  return all.filter((feature) => best.includes(feature))
}

/** The features with these names; names that the model does not take are passed over, and without any the most telling are taken. */
export function chosenFeatures(plan: Plan, names: readonly string[]): readonly Feature[] {
  const all = axisFeatures(plan.pipeline)
  const found = names.flatMap((name) => all.filter(({ column }) => column === name)).slice(0, isNumber(all[0]) ? 2 : 1)
  return found.length > 0 ? found : tellingFeatures(plan)
}

/** @param values what the rows have in the feature. */
export function axisOf(feature: Feature, values: readonly Float64Array[]): FitAxis {
  const { column } = feature
  const kind = kindOf(feature)
  if (kind === 'category') return { column, kind, categories: categoriesOf(feature) }
  const [low, high] = extentOf(values)
  const margin = (high - low || Math.abs(low) || 1) * MARGIN
  return { column, kind, low: low - margin, high: high + margin }
}

/** The lowest and the highest of all finite numbers. */
export function extentOf(lists: readonly ArrayLike<number>[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      if (!Number.isFinite(list[i])) continue
      low = Math.min(low, list[i])
      high = Math.max(high, list[i])
    }
  return [low, high]
}

/** Where an input stands that is on no axis. */
export function heldAt({ pipeline, training }: Plan, feature: Feature): Held {
  const { column } = feature
  const kind = kindOf(feature)
  if (kind === 'category') return { column, kind, value: feature.kind === 'categorical' ? feature.fill : categoriesOf(feature)[Number(feature.fill)] }
  return { column, kind, value: meanOf(decoded(pipeline, feature, training.x)) }
}
