/** A few lines of gradient descent, so that the samples show numbers that really were learned. */

type Matrix = readonly (readonly number[])[]

/** Rows with a leading 1, the dummy variable of the constant term. */
export const withDummy = (inputs: Matrix): Matrix => inputs.map((row) => [1, ...row])

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0)

export interface Learned {
  /** One list of weights for each output, the constant term first. */
  readonly weights: Matrix
  /** The loss before each update. */
  readonly loss: readonly number[]
  readonly validationLoss: readonly number[]
}

interface Task {
  readonly x: Matrix
  /** The wanted outputs, a list for each row. */
  readonly yt: Matrix
  readonly activate: (u: readonly number[]) => readonly number[]
  readonly loss: (yp: readonly number[], yt: readonly number[]) => number
  readonly validation?: { readonly x: Matrix; readonly yt: Matrix }
}

/** The outputs of the model for each row. */
export const predict = (x: Matrix, weights: Matrix, activate: Task['activate']): Matrix =>
  x.map((row) => activate(weights.map((w) => dot(row, w))))

/** The three lines of the talk, for any output: yp = f(x w); yd = yp - yt; w = w - alpha x.T yd / M. */
export function descend(task: Task, start: Matrix, alpha: number, iterations: number): Learned {
  const mean = (x: Matrix, yt: Matrix, weights: Matrix) =>
    predict(x, weights, task.activate).reduce((sum, yp, m) => sum + task.loss(yp, yt[m]), 0) / x.length
  let weights = start
  const loss: number[] = []
  const validationLoss: number[] = []
  for (let k = 0; k < iterations; k++) {
    loss.push(mean(task.x, task.yt, weights))
    if (task.validation !== undefined) validationLoss.push(mean(task.validation.x, task.validation.yt, weights))
    const yd = predict(task.x, weights, task.activate).map((yp, m) => yp.map((value, j) => value - task.yt[m][j]))
    weights = weights.map((w, j) =>
      w.map((value, d) => value - (alpha * task.x.reduce((sum, row, m) => sum + row[d] * yd[m][j], 0)) / task.x.length))
  }
  return { weights, loss, validationLoss }
}

export const identity = (u: readonly number[]): readonly number[] => u
export const halfSquare = (yp: readonly number[], yt: readonly number[]): number => (yp[0] - yt[0]) ** 2 / 2

export function softmax(u: readonly number[]): readonly number[] {
  const powers = u.map((value) => Math.exp(value - Math.max(...u)))
  const total = powers.reduce((sum, value) => sum + value, 0)
  return powers.map((value) => value / total)
}
export const crossEntropy = (yp: readonly number[], yt: readonly number[]): number =>
  -yt.reduce((sum, wanted, k) => sum + (wanted === 0 ? 0 : wanted * Math.log(yp[k])), 0)
export const oneHot = (index: number, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, k) => (k === index ? 1 : 0))

/** The columns of a matrix with mean 0 and standard deviation 1, and the numbers that did it. */
export function standardize(inputs: Matrix): { readonly rows: Matrix; readonly mean: number[]; readonly std: number[] } {
  const mean = inputs[0].map((_, d) => inputs.reduce((sum, row) => sum + row[d], 0) / inputs.length)
  const std = mean.map((m, d) => Math.sqrt(inputs.reduce((sum, row) => sum + (row[d] - m) ** 2, 0) / inputs.length))
  return { rows: inputs.map((row) => row.map((value, d) => (value - mean[d]) / std[d])), mean, std }
}
