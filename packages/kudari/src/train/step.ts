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

/**
 * The training step of a model. For linear regression its Program reads as the talk's three lines:
 * `yp = x @ w`, `yd = yp - yt`, `w = w - alpha * (x.T @ yd) / M`.
 */
export const trainingStep = (specification: ModelSpecification): TrainingStep =>
  compile(({ x, yt }: Rows, alpha: Tensor, parameters: Parameters): StepResult => {
    const lossAt = (w: Parameters) => lossOfModel(specification, w, x.named('x'), yt.named('yt'))
    const { value, gradient } = valueAndGrad(lossAt)(renamed(parameters))
    return { loss: value, parameters: gradientDescent(renamed(parameters), gradient, alpha.named('alpha')) }
  })

/** Parameters under their own names: `w` rather than `parameters.w`. */
const renamed = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, tensor]) => [name, tensor.named(name)]))
