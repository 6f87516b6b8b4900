/** The model as a function: inputs and parameters in, predictions out. */
import { KudariError } from '../messages/error.ts'
import type { DType } from '../tensor/dtype.ts'
import { oneHot } from '../ops/gather.ts'
import { compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { activations } from './activations.ts'
import { type Prediction, lossOf } from './losses.ts'
import { modelMessages } from './messages.ts'
import { type Parameters, denseShapes } from './parameters.ts'
import type { ModelSpecification } from './specification.ts'

/**
 * The inputs as the first layer with parameters takes them: with the dummy column, if the model has one. It is done once,
 * before learning begins, as in the talk.
 *
 * @param x1 shape (rows, features).
 */
export const prepareInputs = (specification: ModelSpecification, x1: Tensor): Tensor =>
  takesDummy(specification) ? x1.insert(0, 1, { axis: 1 }) : x1

/** Whether the first layer with parameters takes a column of ones in front of the inputs. */
export const takesDummy = ({ layers }: ModelSpecification): boolean => layers.some(({ type }) => type === 'dummy')

/**
 * The prediction of a model, and what stood before the last activation.
 *
 * @param x prepared inputs (see {@link prepareInputs}), shape (rows, inputs).
 */
export function predictPrepared(specification: ModelSpecification, parameters: Parameters, x: Tensor): Prediction {
  const { layers } = specification
  const shapes = denseShapes(specification, x.shape[1] - (takesDummy(specification) ? 1 : 0))
  let dense = 0
  let value = x
  let u = x
  for (const [i, { type }] of layers.entries()) {
    const isLast = i === layers.length - 1
    if (type === 'dummy') continue
    if (type === 'dense') {
      const { weights, bias } = shapes[dense++]
      const product = value.matmul(parameters[weights.name])
      value = bias ? product.add(parameters[bias.name]) : product
      u = value
      const isOutput = dense === shapes.length
      value = value.named(isOutput ? (isLast ? 'yp' : 'u') : `a${dense}`)
      if (isOutput) u = value
    } else {
      const isOutput = isLast && dense === shapes.length
      value = activations[type](value).named(isOutput ? 'yp' : `h${dense}`)
    }
  }
  return { u, yp: value }
}

const compiledPrediction = compile((specification: ModelSpecification, parameters: Parameters, x: Tensor): Tensor =>
  predictPrepared(specification, parameters, x).yp,
)

/** The predictions of a model for prepared inputs (see {@link prepareInputs}): shape (rows,), or (rows, outputs). */
export const predictions = (specification: ModelSpecification, parameters: Parameters, x: Tensor): Tensor =>
  compiledPrediction(specification, parameters, x)

/** The predictions of a model for inputs of shape (rows, features): shape (rows,), or (rows, outputs). */
export const predict = (specification: ModelSpecification, parameters: Parameters, x1: Tensor): Tensor =>
  predictions(specification, parameters, prepareInputs(specification, x1))

/**
 * The loss of a model on prepared inputs: one number.
 *
 * @param yt the truth in the shape of the predictions (see {@link prepareTarget}).
 */
export function lossOfModel(specification: ModelSpecification, parameters: Parameters, x: Tensor, yt: Tensor): Tensor {
  return lossOf(specification.loss).compute(predictPrepared(specification, parameters, x), yt).named('L')
}

/** Outputs a row: none is a plain number. */
const outputShape = ({ layers }: ModelSpecification): readonly number[] => {
  const last = layers.findLast((layer) => layer.type === 'dense')
  return last?.type === 'dense' && last.units !== undefined ? [last.units] : []
}

/**
 * The truth in the shape of the predictions: numbers stay numbers, class indices become one-hot rows where the model has
 * an output for each class.
 *
 * @param y shape (rows,): numbers, or class indices 0 ... classes - 1.
 * @param classes how many classes there are; 0 for regression.
 */
export function prepareTarget(specification: ModelSpecification, y: Tensor, classes: number, dtype: DType): Tensor {
  const shape = outputShape(specification)
  const refuse = (expected: string): never => {
    throw new KudariError('usage', modelMessages.wrongOutputs, {
      outputs: shape.length === 0 ? '1' : `${shape[0]}`,
      expected,
      target: classes === 0 ? 'regression' : `${classes} classes`,
    })
  }
  const { activation } = lossOf(specification.loss)
  if (activation === 'softmax') {
    if (shape[0] !== classes) refuse(`${classes}`)
    return oneHot(y.astype('int32'), classes).astype(dtype)
  }
  if (shape.length === 1 && shape[0] !== 1) refuse('1')
  if (classes > 2) refuse(`${classes}`)
  return y.astype(dtype).reshape([y.shape[0], ...shape])
}
