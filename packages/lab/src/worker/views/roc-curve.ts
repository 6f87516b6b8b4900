/** The ROC curve of two classes: what a threshold finds of the one, against what it takes for it of the other. */
export interface RocCurve {
  /** Of the rows of the first class, the share above each threshold: false alarms. */
  readonly falseAlarms: Float64Array
  /** Of the rows of the second class, the share above each threshold: hits. */
  readonly hits: Float64Array
}

/**
 * From the highest threshold, above which no row lies, to the lowest; equal scores are one threshold. Without rows of a class
 * its shares are NaN.
 *
 * @param truth 0 or 1 of each row. @param score grows with the belief in 1.
 * @example
 * rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // falseAlarms 0, 0, 0.5, 0.5, 1; hits 0, 0.5, 0.5, 1, 1
 */
export function rocCurve(truth: ArrayLike<number>, score: ArrayLike<number>): RocCurve {
  const order = Array.from({ length: truth.length }, (_, row) => row).sort((a, b) => score[b] - score[a])
  const [falseAlarms, hits] = [[0], [0]]
  let [zeros, ones] = [0, 0]
  for (const [i, row] of order.entries()) {
    if (truth[row] === 1) ones++
    else zeros++
    if (i + 1 < order.length && score[order[i + 1]] === score[row]) continue
    falseAlarms.push(zeros)
    hits.push(ones)
  }
  return { falseAlarms: Float64Array.from(falseAlarms, (count) => count / zeros), hits: Float64Array.from(hits, (count) => count / ones) }
}
