/** One training step as one Program: prediction, loss, gradient, and the step down. */
import { lossOf } from '../nn/losses.ts'
import { forward } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { gradientDescent } from '../optim/gradient-descent.ts'
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
export interface Learning {}

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
  { gradientName }: StepOptions = {},
): StepResult {
  const x = rows.x.named('x')
  const yt = rows.yt.named('yt')
  const w = renamed(state.parameters)
  const before = renamed(state.statistics)
  const { value, gradient, aside: statistics } = valueGradAndAside((at: Parameters) => {
    const prediction = forward(specification, { ...at, ...before }, x, true)
    return { value: lossOf(specification.loss).compute(prediction, yt).named('L'), aside: prediction.statistics }
  })(w)
  const gradients = gradientName ? renamed(gradient, gradientName) : gradient
  return { loss: value, parameters: gradientDescent(w, gradients, alpha.named('alpha')), statistics, memory: state.memory }
}

/**
 * The training step of a model. For linear regression its Program reads as the talk's three lines:
 * `yp = x @ w`, `yd = yp - yt`, `w = w - alpha * (x.T @ yd) / M`.
 */
export const trainingStep = (specification: ModelSpecification, options: StepOptions = {}): TrainingStep =>
  compile((rows: Rows, alpha: Tensor, state: TrainingState): StepResult => stepDown(specification, rows, alpha, state, options))
