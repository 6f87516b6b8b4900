/** One training step as one Program: prediction, loss, gradient, and the step down. */
import { lossOfModel } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { gradientDescent } from '../optim/gradient-descent.ts'
import { valueAndGrad } from '../program/differentiate.ts'
import { type Compiled, compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** The rows that a step learns from: prepared inputs and truth (see `prepareInputs`, `prepareTarget`). */
export interface Rows {
  readonly x: Tensor
  readonly yt: Tensor
}

/** The loss before the step, and the parameters after it. */
export interface StepResult {
  readonly loss: Tensor
  readonly parameters: Parameters
}

/** A training step: `step(rows, alpha, parameters)`. Its Program is what `explain` opens. */
export type TrainingStep = Compiled<[Rows, Tensor, Parameters], StepResult>

/** How a step is written down. */
export interface StepOptions {
  /** Gives the gradient of each parameter a name of its own, where it shall be looked at. */
  readonly gradientName?: (parameter: string) => string
}

/** Parameters under their own names: `w` rather than `parameters.w`. */
const renamed = (parameters: Parameters, name = (parameter: string) => parameter): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([key, tensor]) => [key, tensor.named(name(key))]))

/** The loss of a model on some rows, and its parameters one step down. */
export function stepDown(
  specification: ModelSpecification,
  rows: Rows,
  alpha: Tensor,
  parameters: Parameters,
  { gradientName }: StepOptions = {},
): StepResult {
  const x = rows.x.named('x')
  const yt = rows.yt.named('yt')
  const w = renamed(parameters)
  const { value, gradient } = valueAndGrad((at: Parameters) => lossOfModel(specification, at, x, yt))(w)
  const gradients = gradientName ? renamed(gradient, gradientName) : gradient
  return { loss: value, parameters: gradientDescent(w, gradients, alpha.named('alpha')) }
}

/**
 * The training step of a model. For linear regression its Program reads as the talk's three lines:
 * `yp = x @ w`, `yd = yp - yt`, `w = w - alpha * (x.T @ yd) / M`.
 */
export const trainingStep = (specification: ModelSpecification, options: StepOptions = {}): TrainingStep =>
  compile((rows: Rows, alpha: Tensor, parameters: Parameters): StepResult => stepDown(specification, rows, alpha, parameters, options))
