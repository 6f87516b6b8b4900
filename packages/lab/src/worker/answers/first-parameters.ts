/** The parameters that a run begins with, where they can be given by hand: those of a single output, bias first; else none. */
import { isNetwork, listParameters } from 'kudari'
import type { Moment } from '../moment.ts'

/** More than so many nobody sets by hand. */
const MOST = 9

export function firstParameters({ plan: { specification, parameters, inputs } }: Moment): readonly number[] {
  const list = listParameters(specification, inputs.length, parameters)
  const hasOneOutput = !isNetwork(specification) && list.length === inputs.length + 1
  return hasOneOutput && list.length <= MOST ? list : []
}
