/** The step that begins at a moment, laid open; kept until another one is asked for. */
import { type OpenStep, type Rows, type Tensor, openStep, runAll, someRows, stepRowsOfPlan, tensorsOf } from 'kudari'
import type { Moment } from './moment.ts'

export interface Opened {
  readonly step: OpenStep
  /** All values of the step's Program by their ids. */
  readonly tensors: readonly Tensor[]
  /** Rows that the step learns from, and as many of them as are shown. */
  readonly rows: number
  readonly shown: number
  readonly learningRate: number
}

/** Steps of more work (rows times parameters) are opened on fewer rows: the reference kernels are for reading, not for speed. */
const MOST_WORK = 3e7

function rowsShown(rows: Rows, parameters: number): Rows {
  const [count] = rows.x.shape
  const most = Math.max(1, Math.floor(MOST_WORK / Math.max(parameters + rows.x.size / count, 1)))
  return count <= most ? rows : someRows(rows, most)
}

let last: { readonly moment: Moment; readonly opened: Opened } | undefined

const isSame = (a: Moment, b: Moment): boolean => a.plan === b.plan && a.iteration === b.iteration

/** @throws KudariError when the moment's model cannot take its rows, which no plan does. */
export function openedStep(moment: Moment): Opened {
  if (last && isSame(last.moment, moment)) return last.opened
  const { plan, state, iteration, learningRate } = moment
  const parameters = Object.values(state.parameters).reduce((sum, { size }) => sum + size, 0)
  const all = stepRowsOfPlan(plan, iteration)
  const rows = rowsShown(all, parameters)
  const step = openStep(plan.specification, rows, learningRate, state, plan.learning)
  const tensors = runAll(step.program, [rows.x, rows.yt, step.given[2].tensor, ...Object.values(tensorsOf(state))])
  const opened = { step, tensors, rows: all.x.shape[0], shown: rows.x.shape[0], learningRate }
  last = { moment, opened }
  return opened
}
