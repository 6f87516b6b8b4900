/** What is to be learned, from what, beginning where. */
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { TrainingState } from './state.ts'
import { type Learning, type Rows, firstState } from './step.ts'

export interface TrainingProblem {
  readonly specification: ModelSpecification
  /** The rows to learn from, prepared (see `prepareInputs`, `prepareTarget`). */
  readonly rows: Rows
  /** Rows that are only looked at. */
  readonly validation?: Rows
  /** The parameters to begin with. */
  readonly parameters: Parameters
  /** What layers keep beside them, to begin with (see `initializeStatistics`); most models have nothing. */
  readonly statistics?: Parameters
  /** The names of the input columns, without the dummy column. */
  readonly inputs: readonly string[]
}

/** The state that a run on a problem begins with. */
export const firstStateOf = ({ parameters, statistics = {} }: TrainingProblem, learning: Learning): TrainingState =>
  firstState(parameters, statistics, learning)
