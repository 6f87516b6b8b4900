import { describe, expect, it } from 'vitest'
import { tensor } from '../tensor/create.ts'
import { accuracy, classificationMetrics, confusionMatrix } from './classification.ts'
import { logLoss, predictedClasses } from './probability.ts'
import { mse, r2, regressionMetrics } from './regression.ts'
import { rocAuc } from './roc.ts'
import { golden } from './testing/golden.ts'

const near = (value: number): unknown => expect.closeTo(value, 12)

/** The same value with every number allowed to differ in the last digits. */
function close(value: unknown): unknown {
  if (typeof value === 'number') return near(value)
  if (Array.isArray(value)) return value.map(close)
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, each]) => [key, close(each)]))
}

describe('regression measures agree with scikit-learn', () => {
  it.each(golden.regression)('$name', ({ yt, yp, expected }) =>
    expect(regressionMetrics(tensor(yt), tensor(yp))).toEqual(close(expected)),
  )

  it('R² of one row is not a number', () => expect(r2(tensor([1]), tensor([1]))).toBeNaN())
})

describe('classification measures agree with scikit-learn', () => {
  it.each(golden.classification)('$name', ({ yt, probabilities, expected }) =>
    expect(classificationMetrics(tensor(yt, { dtype: 'int32' }), tensor(probabilities))).toEqual(close(expected)),
  )

  it('ROC AUC of one class is not a number', () =>
    expect(rocAuc(tensor([1, 1]), tensor([0.2, 0.7]))).toBeNaN())

  it('clips float32 probabilities by the epsilon of float32', () =>
    // NumPy: -log(np.finfo(np.float32).eps)
    expect(logLoss(tensor([1]), tensor([0], { dtype: 'float32' }))).toBeCloseTo(15.942385152878742, 12))

  it('of equally probable classes the first is predicted', () => {
    expect(predictedClasses(tensor([0.5, 0.6])).toArray()).toEqual([0, 1])
    expect(predictedClasses(tensor([[0.2, 0.4, 0.4]])).toArray()).toEqual([1])
  })
})

describe('what does not fit', () => {
  it.each([
    ['other lengths', () => mse(tensor([1, 2]), tensor([1])), /mse: true values \(2,\) and predictions \(1,\)/],
    ['a matrix', () => accuracy(tensor([1, 2]), tensor([[1], [2]])), /predictions \(2, 1\)/],
    ['no rows', () => accuracy(tensor([]), tensor([])), /no rows to measure/],
    ['a class too high', () => confusionMatrix(tensor([0, 2]), tensor([0, 1]), 2), /2 in row 1 is not a class/],
    ['a fraction of a class', () => logLoss(tensor([0.5]), tensor([0.5])), /0.5 in row 0/],
    ['other rows', () => logLoss(tensor([0, 1]), tensor([[0.5, 0.5]])), /\(rows,\), \(rows, classes\)/],
  ])('%s', (_, action, message) => expect(action).toThrow(message))
})
