/** One training step as one Program: prediction, loss, gradient, and the step down. */
import { lossOf } from '../nn/losses.ts'
import { forward, takesDummy } from '../nn/model.ts'
import { type Parameters, weightsOf } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { clipByNorm, clipByValue } from '../optim/clip.ts'
import { type OptimizerSpecification, optimizerOf } from '../optim/optimizers.ts'
import { type Penalty, penalized } from '../optim/penalty.ts'
import { valueGradAndAside } from '../program/differentiate.ts'
import { type Compiled, compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { TrainingState } from './state.ts'

/** The rows that a step learns from: prepared inputs and truth (see `prepareInputs`, `prepareTarget`). */
export interface Rows {
  readonly x: Tensor
  readonly yt: Tensor
}

/** The loss before the step, and the state after it. */
export interface StepResult extends TrainingState {
  readonly loss: Tensor
}

/** A training step: `step(rows, alpha, state)`. Its Program is what `explain` opens. */
export type TrainingStep = Compiled<[Rows, Tensor, TrainingState], StepResult>

/** How a step goes down. */
export interface Learning {
  /** Default: gradient descent. */
  readonly optimizer?: OptimizerSpecification
  /** What the loss gets on top, so that weights stay small. */
  readonly penalty?: Penalty
  /** The largest size that an element of a gradient may have, and the largest length of all gradients together. */
  readonly clip?: { readonly value?: number; readonly norm?: number }
}

const GRADIENT_DESCENT: OptimizerSpecification = { type: 'gradient-descent' }

/** The state that a run begins with. */
export const firstState = (parameters: Parameters, statistics: Parameters, { optimizer = GRADIENT_DESCENT }: Learning = {}): TrainingState => ({
  parameters,
  statistics,
  memory: optimizerOf(optimizer).initial(parameters),
})

/** Gradients as the optimizer takes them. */
function clipped(gradients: Parameters, { value, norm }: NonNullable<Learning['clip']>): Parameters {
  const byValue = value === undefined ? gradients : clipByValue(gradients, value)
  return norm === undefined ? byValue : clipByNorm(byValue, norm)
}

/** How a step is written down. */
export interface StepOptions extends Learning {
  /** Gives the gradient of each parameter a name of its own, where it shall be looked at. */
  readonly gradientName?: (parameter: string) => string
}

/** Tensors under their own names: `w` rather than `parameters.w`. */
const renamed = (tensors: Parameters, name = (own: string) => own): Parameters =>
  Object.fromEntries(Object.entries(tensors).map(([key, tensor]) => [key, tensor.named(name(key))]))

/** The loss of a model on some rows, and its state one step down. */
export function stepDown(
  specification: ModelSpecification,
  rows: Rows,
  alpha: Tensor,
  state: TrainingState,
  { gradientName, optimizer = GRADIENT_DESCENT, penalty = {}, clip = {} }: StepOptions = {},
): StepResult {
  const x = rows.x.named('x')
  const yt = rows.yt.named('yt')
  const w = renamed(state.parameters)
  const before = renamed(state.statistics)
  const features = x.shape[1] - (takesDummy(specification) ? 1 : 0)
  const { value, gradient, aside: statistics } = valueGradAndAside((at: Parameters) => {
    const prediction = forward(specification, { ...at, ...before }, x, true)
    const loss = lossOf(specification.loss).compute(prediction, yt)
    return { value: penalized(loss, weightsOf(specification, features, at), penalty).named('L'), aside: prediction.statistics }
  })(w)
  const gradients = gradientName ? renamed(gradient, gradientName) : gradient
  const updated = optimizerOf(optimizer).update(w, clipped(gradients, clip), alpha.named('alpha'), renamed(state.memory))
  return { loss: value, statistics, ...updated }
}

/**
 * The training step of a model. For linear regression its Program reads as the talk's three lines:
 * `yp = x @ w`, `yd = yp - yt`, `w = w - alpha * (x.T @ yd) / M`.
 */
export const trainingStep = (specification: ModelSpecification, options: StepOptions = {}): TrainingStep =>
  compile((rows: Rows, alpha: Tensor, state: TrainingState): StepResult => stepDown(specification, rows, alpha, state, options))
