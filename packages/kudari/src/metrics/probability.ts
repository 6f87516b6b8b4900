/** Measures of predicted probabilities, and the classes they stand for. */
import { log } from '../tensor/functions.ts'
import { Tensor } from '../tensor/tensor.ts'
import { requireClasses, requireRows, shapesDiffer } from './check.ts'

/** The distance from 1 to the next float: probabilities are kept so far from 0 and 1 in logarithms. */
const epsilon = { float64: Number.EPSILON, float32: 2 ** -23 }

/**
 * Log loss (cross-entropy): the mean of -log p, where p is the probability that the model gave the true class. Clipped
 * to [ε, 1 - ε] with the ε of the dtype, as scikit-learn's `log_loss`.
 *
 * @param yt true classes (rows,).
 * @param probabilities (rows, classes); or (rows,), that of the second of two classes.
 * @throws KudariError when the shapes do not fit, there are no rows, or a class does not exist.
 * @example
 * logLoss(tensor([1, 0]), tensor([0.5, 0.5])) // 0.6931... = log 2
 */
export function logLoss(yt: Tensor, probabilities: Tensor): number {
  const { shape, data, dtype } = probabilities
  const classes = probabilities.ndim === 1 ? 2 : shape[1]
  if (yt.ndim !== 1 || probabilities.ndim > 2 || shape[0] !== yt.size)
    throw shapesDiffer('logLoss', yt, probabilities, '(rows,), (rows, classes)')
  requireRows('logLoss', yt)
  requireClasses('logLoss', yt, classes)
  const least = dtype === 'float32' ? epsilon.float32 : epsilon.float64
  const ofTwo = (i: number) => (yt.data[i] === 1 ? data[i] : 1 - data[i])
  const ofMany = (i: number) => data[i * classes + yt.data[i]]
  const probabilityOfTruth = probabilities.ndim === 1 ? ofTwo : ofMany
  let sum = 0
  for (let i = 0; i < yt.size; i++) {
    const p = probabilityOfTruth(i)
    sum -= log(Math.min(Math.max(p, least), 1 - least))
  }
  return sum / yt.size
}

/**
 * The most probable class of each row, the first of equals: int32 (rows,).
 *
 * @param probabilities (rows, classes); or (rows,), that of the second of two classes, which is predicted above 0.5.
 */
export function predictedClasses(probabilities: Tensor): Tensor {
  const { shape, data } = probabilities
  const [rows] = shape
  const classes = new Int32Array(rows)
  for (let i = 0; i < rows; i++) {
    if (probabilities.ndim === 1) classes[i] = data[i] > 0.5 ? 1 : 0
    else for (let j = 1; j < shape[1]; j++) if (data[i * shape[1] + j] > data[i * shape[1] + classes[i]]) classes[i] = j
  }
  return new Tensor({ shape: [rows], dtype: 'int32' }, classes)
}
