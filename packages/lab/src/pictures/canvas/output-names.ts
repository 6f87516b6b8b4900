/** What the outputs of a model are called: its classes, or what it predicts. */
import type { Pipeline } from 'kudari'

/** @param count how many outputs there are. One output of two classes stands for the second. */
export function outputNames({ target }: Pick<Pipeline, 'target'>, count: number): readonly string[] {
  if (target.task === 'regression') return [target.column]
  return target.classes.length === count ? target.classes.map(String) : [`${target.column} = ${target.classes[1]}`]
}
