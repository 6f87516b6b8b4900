/** A moment of a run: all that pictures, formulas and files are made from. */
import type { FitOptions, History, Outcome, Plan, Table, TrainingState } from 'kudari'

export interface Moment {
  readonly table: Table
  /** What the user asked for. */
  readonly fit: FitOptions
  /** What was settled before the first step. */
  readonly plan: Plan
  /** So many steps have been made. */
  readonly iteration: number
  readonly state: TrainingState
  /** Of the step that begins here. */
  readonly learningRate: number
  /** Of all steps that were made, also of those after this moment. */
  readonly history: History
  /** How the run ended, at its furthest; undefined while it goes on. */
  readonly outcome: Outcome | undefined
}

/** Something that is seen of a moment: `undefined` where a model has nothing of the kind. Results are plain data. */
export type View<Request, Result> = (moment: Moment, request: Request) => Result
