/** The area under the ROC curve. */
import type { Tensor } from '../tensor/tensor.ts'
import { requireClasses, requirePairs } from './check.ts'

/**
 * ROC AUC of a binary classifier: the probability that a random row of class 1 has a higher score than a random row of
 * class 0, ties counting half. From the sum R of the ranks of class 1, (R - n1 (n1 + 1) / 2) / (n0 n1), equal scores
 * sharing their mean rank (the Mann-Whitney U statistic).
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
  const [truth, scores] = [yt.data, score.data]
  const order = Int32Array.from(truth, (_, i) => i).sort((a, b) => scores[a] - scores[b])
  let ones = 0
  let rankSum = 0
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && scores[order[end]] === scores[order[start]]) end++
    const meanRank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) {
      ones += truth[order[i]]
      rankSum += truth[order[i]] * meanRank
    }
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * (order.length - ones))
}
