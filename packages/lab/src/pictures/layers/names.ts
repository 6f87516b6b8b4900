/** What the rows and columns of a layer's tensors are called. */
import { t } from '../../language.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import { outputNames } from '../canvas/output-names.ts'
import { layersMessages } from './messages.ts'

/** A tensor of a layer, as far as its cells can be named. */
export interface NamedTensor {
  readonly name: string
  readonly role: string
  readonly shape: readonly number[]
}

/** A layer that has something to learn. */
export interface LearningLayer {
  readonly number: number
  readonly place: string
  readonly type: string
  readonly input: readonly number[]
  readonly output: readonly number[]
  readonly tensors: readonly NamedTensor[]
}

/** The layers that have something to learn, counted from 1. */
export const learningLayers = ({ network }: PlanView): LearningLayer[] =>
  network.layers
    .map(({ layer: { type }, place, input, output, variables }) => ({ place, type, input, output, tensors: variables.filter(({ kind }) => kind !== 'statistics') }))
    .filter(({ tensors }) => tensors.length > 0)
    .map((layer, i) => ({ number: i + 1, ...layer }))

export const hasDummy = ({ specification }: Pick<PlanView, 'specification'>): boolean => specification.layers[0].type === 'dummy'

/** What the inputs of the model are called, the dummy column among them. */
export const inputNames = (plan: Pick<PlanView, 'specification' | 'inputs'>): readonly string[] => (hasDummy(plan) ? [t(layersMessages.bias), ...plan.inputs] : plan.inputs)

export interface CellNames {
  /** In a sentence. */
  readonly row: (i: number) => string
  readonly column: (j: number) => string
  /** Beside a picture: short. */
  readonly shortRow: (i: number) => string
  readonly shortColumn: (j: number) => string
}

/** @param isFirst whether the layer takes the inputs themselves; @param isLast whether its units are the outputs of the model. */
export function cellNames(plan: PlanView, { type }: Pick<LearningLayer, 'type'>, { role, shape }: NamedTensor, isFirst: boolean, isLast: boolean): CellNames {
  const units = shape.length > 1 ? shape.at(-1)! : role === 'W' ? 1 : (shape[0] ?? 1)
  const inputs = isFirst && type === 'dense' ? inputNames(plan) : undefined
  const outputs = isLast ? outputNames(plan.pipeline, units) : undefined
  const patch = (i: number) => {
    const [, width, channels] = shape
    return { row: Math.floor(i / (width * channels)) + 1, column: (Math.floor(i / channels) % width) + 1, channel: (i % channels) + 1 }
  }
  const row = (i: number): string => {
    if (inputs) return inputs[i]
    return type === 'conv2d' && role === 'W' ? t(layersMessages.patch, patch(i)) : t(layersMessages.inputNumber, { number: `${i + 1}` })
  }
  const column = (j: number): string => outputs?.[j] ?? t(layersMessages.unit, { number: `${j + 1}` })
  return { row, column, shortRow: (i) => inputs?.[i] ?? `${i + 1}`, shortColumn: (j) => outputs?.[j] ?? `${j + 1}` }
}
