/** The model as a function: inputs and parameters in, predictions out. */
import { KudariError } from '../messages/error.ts'
import type { DType } from '../tensor/dtype.ts'
import { oneHot } from '../ops/gather.ts'
import { compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { isActivation } from './layers/activations.ts'
import type { Inner } from './layers/layer.ts'
import { definitionOf } from './layers/table.ts'
import { type Prediction, lossOf } from './losses.ts'
import { modelMessages } from './messages.ts'
import { type PlacedLayer, outputNames, placeLayers } from './network.ts'
import type { Parameters } from './parameters.ts'
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
export const takesDummy = ({ layers }: ModelSpecification): boolean => layers[0]?.type === 'dummy'

/** What a pass through a model in training gives. */
export interface Forward extends Prediction {
  /** The statistics of its layers after the pass, by name. */
  readonly statistics: Parameters
}

/** Watches the outputs of layers as they are computed, and may put something else in their place. */
export type Watch = (layer: PlacedLayer, output: Tensor) => Tensor

/**
 * A pass through a model.
 *
 * @param variables its parameters and statistics by name.
 * @param x prepared inputs (see {@link prepareInputs}), shape (rows, inputs).
 * @param isTraining whether units are dropped, and batches normalised by themselves.
 * @param watch sees the output of every layer; the next one takes what it returns.
 */
export function forward(
  specification: ModelSpecification,
  variables: Parameters,
  x: Tensor,
  isTraining: boolean,
  watch: Watch = (_layer, output) => output,
): Forward {
  const statistics: Record<string, Tensor> = {}
  const placed = placeLayers(specification, x.shape[1] - (takesDummy(specification) ? 1 : 0))
  const last = placed.at(-1)!
  const names = outputNames(placed)
  let u: Tensor | undefined

  const run = (layers: readonly PlacedLayer[], input: Tensor): Tensor => {
    let value = input
    for (const one of layers) {
      const { layer, place, variables: own, inner } = one
      if (layer.type === 'dummy') continue
      if (one === last && isActivation(layer.type)) u = value
      const pass = {
        isTraining,
        remember(role: string, now: Tensor) {
          const { name } = own.find((variable) => variable.role === role)!
          statistics[name] = now.named(name)
        },
      }
      const tensors = Object.fromEntries(own.map(({ role, name }) => [role, variables[name]]))
      const sequences = inner.map((sequence): Inner => (from) => run(sequence, from))
      const output = definitionOf(layer.type).apply(layer, value, tensors, pass, sequences)
      // What a layer passes on as it is keeps its name.
      value = watch(one, output === value && one !== last ? value : output.named(names.get(place)!))
    }
    return value
  }
  const yp = run(placed, x)
  return { u: u ?? yp, yp, statistics }
}

/** The prediction of a model, and what stood before the last activation, for prepared inputs. */
export const predictPrepared = (specification: ModelSpecification, variables: Parameters, x: Tensor): Prediction =>
  forward(specification, variables, x, false)

const compiledPrediction = compile((specification: ModelSpecification, variables: Parameters, x: Tensor): Tensor =>
  predictPrepared(specification, variables, x).yp,
)

/** The predictions of a model for prepared inputs (see {@link prepareInputs}): shape (rows,), or (rows, outputs). */
export const predictions = (specification: ModelSpecification, variables: Parameters, x: Tensor): Tensor =>
  compiledPrediction(specification, variables, x)

/** The predictions of a model for inputs of shape (rows, features): shape (rows,), or (rows, outputs). */
export const predict = (specification: ModelSpecification, variables: Parameters, x1: Tensor): Tensor =>
  predictions(specification, variables, prepareInputs(specification, x1))

/**
 * The loss of a model on prepared inputs: one number.
 *
 * @param yt the truth in the shape of the predictions (see {@link prepareTarget}).
 */
export function lossOfModel(specification: ModelSpecification, variables: Parameters, x: Tensor, yt: Tensor): Tensor {
  return lossOf(specification.loss).compute(predictPrepared(specification, variables, x), yt).named('L')
}

/**
 * The truth in the shape of the predictions: numbers stay numbers, class indices become one-hot rows where the model has
 * an output for each class.
 *
 * @param features columns of the input, without the dummy column.
 * @param y shape (rows,): numbers, or class indices 0 ... classes - 1.
 * @param classes how many classes there are; 0 for regression.
 */
export function prepareTarget(specification: ModelSpecification, features: number, y: Tensor, classes: number, dtype: DType): Tensor {
  const shape = placeLayers(specification, features).at(-1)!.output
  const refuse = (expected: string): never => {
    throw new KudariError('usage', modelMessages.wrongOutputs, {
      outputs: shape.length === 0 ? '1' : shape.join(' x '),
      expected,
      target: classes === 0 ? 'regression' : `${classes} classes`,
    })
  }
  const { activation } = lossOf(specification.loss)
  if (activation === 'softmax') {
    if (shape.length !== 1 || shape[0] !== classes) refuse(`${classes}`)
    return oneHot(y.astype('int32'), classes).astype(dtype)
  }
  if (shape.length > 1 || (shape.length === 1 && shape[0] !== 1)) refuse('1')
  if (classes > 2) refuse(`${classes}`)
  return y.astype(dtype).reshape([y.shape[0], ...shape])
}
