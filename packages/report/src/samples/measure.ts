/** The measures of the samples' models, by their definitions. */
import type { ClassificationMetrics, RegressionMetrics } from '../summary.ts'

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

export function measureRegression(yt: readonly number[], yp: readonly number[]): RegressionMetrics {
  const mse = meanOf(yt.map((value, m) => (yp[m] - value) ** 2))
  const centre = meanOf(yt)
  return {
    mse, rmse: Math.sqrt(mse), mae: meanOf(yt.map((value, m) => Math.abs(yp[m] - value))),
    r2: 1 - mse / meanOf(yt.map((value) => (value - centre) ** 2)),
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** The share of pairs of a positive and a negative row that the probabilities put in the right order. */
function rocAuc(yt: readonly number[], p: readonly number[]): number {
  const positive = p.filter((_, m) => yt[m] === 1)
  const negative = p.filter((_, m) => yt[m] === 0)
  return meanOf(positive.map((a) => meanOf(negative.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))))
}

export function measureClassification(
  classes: number, yt: readonly number[], probability: readonly (readonly number[])[],
): ClassificationMetrics {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const [m, row] of probability.entries()) confusion[yt[m]][row.indexOf(Math.max(...row))]++
  const perClass = confusion.map((row, k) => {
    const support = row.reduce((sum, count) => sum + count, 0)
    const precision = ratio(row[k], confusion.reduce((sum, other) => sum + other[k], 0))
    const recall = ratio(row[k], support)
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support }
  })
  return {
    accuracy: confusion.reduce((sum, row, k) => sum + row[k], 0) / yt.length,
    logLoss: -meanOf(yt.map((k, m) => Math.log(probability[m][k]))),
    ...(classes === 2 ? { rocAuc: rocAuc(yt, probability.map((row) => row[1])) } : {}),
    perClass, confusion,
  }
}
