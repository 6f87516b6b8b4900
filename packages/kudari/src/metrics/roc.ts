/** The area under the ROC curve. */
import type { Tensor } from '../tensor/tensor.ts'
import { requireClasses, requirePairs } from './check.ts'

/**
 * ROC AUC of a binary classifier: the probability that a random row of class 1 has a higher score than a random row of
 * class 0, ties counting half (the Mann-Whitney U statistic over the number of pairs).
 *
 * @param yt true classes 0 or 1 (rows,). @param score any number that grows with the belief in class 1 (rows,).
 * @returns NaN when there is only one class.
 * @throws KudariError when the shapes differ, there are no rows, or a class is neither 0 nor 1.
 * @example
 * rocAuc(tensor([0, 0, 1, 1]), tensor([0.1, 0.4, 0.35, 0.8])) // 0.75
 */
export function rocAuc(yt: Tensor, score: Tensor): number {
  requirePairs('rocAuc', yt, score)
  requireClasses('rocAuc', yt, 2)
  const zeros = scoresOf(0, yt, score)
  const ones = scoresOf(1, yt, score)
  let wins = 0
  let below = 0
  let upTo = 0
  for (const one of ones) {
    while (below < zeros.length && zeros[below] < one) below++
    while (upTo < zeros.length && zeros[upTo] <= one) upTo++
    wins += (below + upTo) / 2
  }
  return wins / (zeros.length * ones.length)
}

/** The scores of a class in ascending order. (Numbers by themselves are sorted many times faster than rows by their numbers.) */
function scoresOf(label: 0 | 1, yt: Tensor, score: Tensor): Float64Array {
  const [truth, scores] = [yt.data, score.data]
  const found = new Float64Array(truth.length)
  let count = 0
  for (let i = 0; i < truth.length; i++) if (truth[i] === label) found[count++] = scores[i]
  return found.subarray(0, count).sort()
}
