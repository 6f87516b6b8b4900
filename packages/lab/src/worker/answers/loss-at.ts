/** The loss that other parameters would have, over all rows that are learned from: before anybody begins from them. */
import { type ModelSpecification, type Parameters as Variables, type Penalty, type Rows, compile, lossOfModel, parametersFromList, penalized, weightsOf } from 'kudari'
import type { Moment } from '../moment.ts'

const loss = compile((specification: ModelSpecification, features: number, penalty: Penalty, variables: Variables, { x, yt }: Rows) =>
  penalized(lossOfModel(specification, variables, x, yt), weightsOf(specification, features, variables), penalty))

/**
 * @param initial bias first, as `FitOptions.initial` takes them.
 * @throws KudariError when the model has not so many parameters, or more than one output.
 */
export function lossAt({ plan }: Moment, initial: readonly number[]): number {
  const { specification, inputs, learning, dtype, statistics, rows } = plan
  const parameters = parametersFromList(specification, inputs, initial, dtype)
  return loss(specification, inputs.length, learning.penalty ?? {}, { ...parameters, ...statistics }, rows).item()
}
