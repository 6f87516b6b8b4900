/** The state of a run: everything that one step hands on to the next. */
import type { Parameters } from '../nn/parameters.ts'

export interface TrainingState {
  /** What is learned. */
  readonly parameters: Parameters
  /** What layers keep beside it, such as running means; of most models nothing. */
  readonly statistics: Parameters
  /** What the optimizer remembers, such as a velocity; of plain gradient descent nothing. */
  readonly memory: Parameters
}

/** A state of parameters alone. */
export const stateOf = (parameters: Parameters): TrainingState => ({ parameters, statistics: {}, memory: {} })

/** All tensors of a state by their names, which differ from one another. */
export const tensorsOf = ({ parameters, statistics, memory }: TrainingState): Parameters => ({ ...parameters, ...statistics, ...memory })

/** A state of the same tensors as another one, with other numbers: the inverse of {@link tensorsOf}. */
export function stateLike(state: TrainingState, tensors: Parameters): TrainingState {
  const like = (part: Parameters): Parameters => Object.fromEntries(Object.keys(part).map((name) => [name, tensors[name]]))
  return { parameters: like(state.parameters), statistics: like(state.statistics), memory: like(state.memory) }
}

/** The tensors that a model predicts with: parameters and statistics. */
export const variablesOfState = ({ parameters, statistics }: TrainingState): Parameters => ({ ...parameters, ...statistics })
