/** What the model of a moment says of the first row that it learns from, and what is true; both as the loss compares them. */
import { type ClassLabel, outputs } from 'kudari'
import type { View } from '../moment.ts'

export type FirstRowView =
  | { readonly task: 'regression'; readonly predicted: number; readonly truth: number }
  /** The class that is true, and the probability that the model gives it. */
  | { readonly task: 'classification'; readonly truth: ClassLabel; readonly probability: number }

export const firstRow: View<undefined, FirstRowView> = ({ plan: { pipeline: { target }, specification, training: { x, y } }, state }) => {
  const yp = outputs({ specification, parameters: state.parameters, statistics: state.statistics }, x.slice([0, 1])).data
  const truth = y.data[0]
  if (target.task === 'regression') return { task: 'regression', predicted: yp[0], truth }
  const probability = yp.length > 1 ? yp[truth] : truth === 1 ? yp[0] : 1 - yp[0]
  return { task: 'classification', truth: target.classes[truth], probability }
}
