/** What is measured on validation rows while a model learns: the loss and, for classifiers, the accuracy. */
import { lossOf } from '../nn/losses.ts'
import { predictPrepared } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { Rows } from './step.ts'

/** Measures by name. */
export interface Measures {
  readonly [name: string]: number
  readonly loss: number
}

/** The share of rows for which the most probable class is the true one. */
function accuracy(yp: Tensor, yt: Tensor): Tensor {
  const isRight = yp.ndim === 1 || yp.shape[1] === 1
    ? yp.greater(0.5).equal(yt.greaterEqual(0.5))
    : yp.argmax({ axis: 1 }).equal(yt.argmax({ axis: 1 }))
  return isRight.astype('float64').mean()
}

/** Prepares the measures of a model on fixed rows: their names, and their values for given parameters and statistics. */
export function measures(specification: ModelSpecification, rows: Rows) {
  const loss = lossOf(specification.loss)
  const isClassifier = loss.activation !== undefined
  const evaluate = compile(({ x, yt }: Rows, variables: Parameters) => {
    const prediction = predictPrepared(specification, variables, x)
    const value = loss.compute(prediction, yt)
    return isClassifier ? { loss: value, accuracy: accuracy(prediction.yp, yt) } : { loss: value }
  })
  return {
    names: isClassifier ? ['loss', 'accuracy'] : ['loss'],
    at(variables: Parameters): Measures {
      const values = Object.entries(evaluate(rows, variables)).map(([name, value]) => [name, value.item()])
      return Object.fromEntries(values) as Measures
    },
  }
}
