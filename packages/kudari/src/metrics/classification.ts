/** How often predicted classes are the true ones, and what is taken for what. */
import { Tensor } from '../tensor/tensor.ts'
import { requireClasses, requirePairs } from './check.ts'
import { logLoss, predictedClasses } from './probability.ts'
import { rocAuc } from './roc.ts'

/**
 * The share of rows whose class is predicted rightly.
 *
 * @param yt true classes (rows,). @param yp predicted classes (rows,).
 * @throws KudariError when the shapes differ or there are no rows; so for all measures here.
 * @example
 * accuracy(tensor([0, 1, 1, 0]), tensor([0, 1, 0, 0])) // 0.75
 */
export function accuracy(yt: Tensor, yp: Tensor): number {
  requirePairs('accuracy', yt, yp)
  let right = 0
  for (let i = 0; i < yt.size; i++) if (yt.data[i] === yp.data[i]) right++
  return right / yt.size
}

/**
 * The confusion matrix: int32 (classes, classes); the element (i, j) counts the rows of class i predicted as class j.
 *
 * @param classes how many classes there are.
 * @example
 * confusionMatrix(tensor([0, 1, 1, 0]), tensor([0, 1, 0, 0]), 2).toArray() // [[2, 0], [1, 1]]
 */
export function confusionMatrix(yt: Tensor, yp: Tensor, classes: number): Tensor {
  requirePairs('confusionMatrix', yt, yp)
  requireClasses('confusionMatrix', yt, classes)
  requireClasses('confusionMatrix', yp, classes)
  const counts = new Int32Array(classes * classes)
  for (let i = 0; i < yt.size; i++) counts[yt.data[i] * classes + yp.data[i]]++
  return new Tensor({ shape: [classes, classes], dtype: 'int32' }, counts)
}

/** How well one class is recognised. */
export interface ClassScores {
  /** Of the rows predicted as this class, the share that is. */
  readonly precision: number
  /** Of the rows of this class, the share that is found. */
  readonly recall: number
  /** The harmonic mean of the two. */
  readonly f1: number
  /** How many rows are of this class. */
  readonly support: number
}

export interface ClassReport {
  readonly perClass: readonly ClassScores[]
  /** The plain means over the classes (macro averages). */
  readonly macro: { readonly precision: number; readonly recall: number; readonly f1: number }
}

/** A share of nothing counts as 0 (scikit-learn's zero_division=0). */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Precision, recall and F1 for each class, and their means. */
export function classReport(yt: Tensor, yp: Tensor, classes: number): ClassReport {
  const counts = confusionMatrix(yt, yp, classes).data
  const perClass = Array.from({ length: classes }, (_, i): ClassScores => {
    let predicted = 0
    let support = 0
    for (let j = 0; j < classes; j++) {
      predicted += counts[j * classes + i]
      support += counts[i * classes + j]
    }
    const right = counts[i * classes + i]
    return {
      precision: share(right, predicted),
      recall: share(right, support),
      f1: share(2 * right, predicted + support),
      support,
    }
  })
  const mean = (score: (scores: ClassScores) => number) =>
    perClass.reduce((sum, scores) => sum + score(scores), 0) / classes
  return {
    perClass,
    macro: {
      precision: mean((scores) => scores.precision),
      recall: mean((scores) => scores.recall),
      f1: mean((scores) => scores.f1),
    },
  }
}

export interface ClassificationMetrics extends ClassReport {
  readonly accuracy: number
  readonly logLoss: number
  /** For two classes only. */
  readonly rocAuc?: number
  /** As nested lists; see `confusionMatrix`. */
  readonly confusion: readonly (readonly number[])[]
}

/**
 * All measures of a classification at once, as plain data.
 *
 * @param yt true classes int32 (rows,).
 * @param probabilities (rows, classes); or (rows,), that of the second of two classes.
 */
export function classificationMetrics(yt: Tensor, probabilities: Tensor): ClassificationMetrics {
  const classes = probabilities.ndim === 1 ? 2 : probabilities.shape[1]
  const yp = predictedClasses(probabilities)
  const counts = confusionMatrix(yt, yp, classes).data
  return {
    accuracy: accuracy(yt, yp),
    logLoss: logLoss(yt, probabilities),
    ...(classes === 2 && { rocAuc: rocAuc(yt, secondClass(probabilities)) }),
    ...classReport(yt, yp, classes),
    confusion: Array.from({ length: classes }, (_, i) => Array.from(counts.subarray(i * classes, (i + 1) * classes))),
  }
}

/** The probability of the second of two classes. */
function secondClass(probabilities: Tensor): Tensor {
  if (probabilities.ndim === 1) return probabilities
  const rows = probabilities.shape[0]
  const second = Float64Array.from({ length: rows }, (_, i) => probabilities.data[2 * i + 1])
  return new Tensor({ shape: [rows], dtype: 'float64' }, second)
}
