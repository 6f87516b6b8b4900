/** The parameters of a model one by one, by the names that its formulas give them. */
import type { PlanView } from '../../worker/plan-view.ts'
import type { Element } from '../../worker/views/surface/planes.ts'

export interface NamedTensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly size: number
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1)

/** The tensors that are learned, in the order of the history. */
export function tensorsOf({ network, parameterNames }: Pick<PlanView, 'network' | 'parameterNames'>): NamedTensor[] {
  const shapes = new Map(network.layers.flatMap(({ variables }) => variables.map(({ name, shape }) => [name, shape] as const)))
  return parameterNames.map((name) => ({ name, shape: shapes.get(name)!, size: sizeOf(shapes.get(name)!) }))
}

/** The position of an element along every axis of its tensor. */
export function positionsOf({ shape }: NamedTensor, index: number): number[] {
  let rest = index
  return shape.toReversed().map((length) => {
    const position = rest % length
    rest = Math.floor(rest / length)
    return position
  }).reverse()
}

/** The inverse of {@link positionsOf}. */
export const indexOf = ({ shape }: NamedTensor, positions: readonly number[]): number => shape.reduce((index, length, axis) => index * length + positions[axis], 0)

/** Whether the parameters are the talk's w0, w1, ...: one for each input, after the one of the dummy column. */
export const isWeightList = (plan: PlanView): boolean =>
  plan.parameterNames.length === 1 && plan.parameterNames[0] === 'w' && tensorsOf(plan)[0].shape.length === 1

/** `w1` of the talk's models, `W1[0, 2]` of networks. */
export function elementName(plan: PlanView, { tensor, index }: Element): string {
  if (isWeightList(plan)) return `${tensor}${index}`
  const own = tensorsOf(plan).find(({ name }) => name === tensor)
  return own && own.shape.length > 0 ? `${tensor}[${positionsOf(own, index).join(', ')}]` : tensor
}

/** The same with the input that it weighs, where it weighs one. */
export function elementTitle(plan: PlanView, element: Element): string {
  const name = elementName(plan, element)
  const input = isWeightList(plan) && element.index > 0 ? plan.inputs[element.index - 1] : undefined
  return input === undefined ? name : `${name} (${input})`
}

/** The two parameters to begin with: the first weights; one, if there is no other. */
export function firstAxes(plan: PlanView): readonly [Element] | readonly [Element, Element] {
  const weights = new Set(plan.network.layers.flatMap(({ variables }) => variables.flatMap(({ name, kind }) => (kind === 'weights' ? [name] : []))))
  const ordered = tensorsOf(plan).toSorted((p, q) => Number(weights.has(q.name)) - Number(weights.has(p.name)))
  const [first, second] = ordered.flatMap(({ name, size }) => Array.from({ length: Math.min(size, 2) }, (_, index): Element => ({ tensor: name, index })))
  return second ? [first, second] : [first]
}
