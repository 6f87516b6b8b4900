/** What page and Worker say to each other: plain data. */
import type { Answers, Asked, AnswerName } from './answers/answers.ts'
import type { DataSource } from './data-source.ts'
import type { PlainFit } from './plain-fit.ts'
import type { PlanView } from './plan-view.ts'
import type { Problem } from './problem.ts'
import type { TableView } from './table-view.ts'
import type { Requested, ViewName, ViewResult } from './views/views.ts'

/** Steps a second; or as many as can be made. */
export type Speed = number | 'full'

/** A picture's wish: this view, of every moment that is shown. */
export type Watch = { readonly [Name in ViewName]: { readonly name: Name; readonly request: Requested<Name> } }[ViewName]

/** A question that is answered once. */
export type Question = { readonly [Name in AnswerName]: { readonly name: Name; readonly request: Asked<Name> } }[AnswerName]

/** What the page wants. Those with an `id` are answered under it. */
export type Command =
  | { readonly type: 'read'; readonly id: number; readonly data: DataSource }
  | { readonly type: 'plan'; readonly id: number; readonly fit: PlainFit }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  /** Whether all commands before this one have been obeyed. */
  | { readonly type: 'attend'; readonly id: number }
  | { readonly type: 'play'; readonly speed: Speed }
  | { readonly type: 'pause' }
  /** To the moment after so many steps, which may have been or not. */
  | { readonly type: 'seek'; readonly iteration: number }
  | { readonly type: 'watch'; readonly watches: Readonly<Record<string, Watch>> }
  /** The last frame is on the screen. */
  | { readonly type: 'drawn' }

/** What was recorded of the steps from `from` on. */
export interface HistoryPart {
  readonly from: number
  readonly loss: Float64Array
  /** Measures on the validation rows by name, NaN where nothing was measured. */
  readonly validation: Readonly<Record<string, Float64Array>>
  /** Parameters after each step by name: `w0`, `w1`, ..., or `norm`. */
  readonly parameters: Readonly<Record<string, Float64Array>>
}

/** How a run came to its end. */
export interface End {
  readonly kind: 'finished' | 'converged' | 'stoppedEarly' | 'diverged' | 'interrupted'
  readonly iteration: number
  /** Of a run that stopped early: whose weights were the best. */
  readonly best?: number
}

/** A moment of the run: what is seen after so many steps. */
export interface Frame {
  /** So many steps have been made at this moment, */
  readonly iteration: number
  /** and so many at the furthest. */
  readonly furthest: number
  readonly isPlaying: boolean
  readonly end?: End
  /** What is new since the last frame. */
  readonly history: HistoryPart
  /** Results by the names under which they are watched; a view that cannot be had of this model says why. */
  readonly views: Readonly<Record<string, { readonly result: ViewResult<ViewName> } | { readonly problem: Problem }>>
}

/** What the Worker says. */
export type Notice =
  /** It is there, and will take commands. */
  | { readonly type: 'begun' }
  | { readonly type: 'answer'; readonly id: number; readonly value: TableView | PlanView | Answers[AnswerName] | true }
  | { readonly type: 'refused'; readonly id: number; readonly problem: Problem }
  | { readonly type: 'frame'; readonly frame: Frame }
