/** Moments of runs for tests of views. */
import { type Column, type FitOptions, type Table, fitPlan, firstState, planFit } from 'kudari'
import type { Moment } from '../moment.ts'

/** A table of columns of numbers and of categories. */
export function tableOf(columns: Readonly<Record<string, readonly number[] | readonly string[]>>): Table {
  const typed = Object.entries(columns).map(([name, values]): Column =>
    typeof values[0] === 'number'
      ? { name, type: 'number', values: Float64Array.from(values as readonly number[]) }
      : { name, type: 'category', values: values as readonly string[] })
  return { columns: typed, rows: typed[0].values.length, source: 'test', missing: [] }
}

/** The talk's five rows (slide 5), and its run. */
export const body = tableOf({ height: [166, 176, 171, 173, 169], weight: [58.7, 75.7, 62.1, 70.4, 60.1] })
export const talk: FitOptions = { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 }

/** Before the first step. */
export function firstMoment(table: Table, fit: FitOptions): Moment {
  const plan = planFit(table, fit)
  const history = { iteration: [], loss: [], validation: {}, parameters: {} }
  return { table, fit, plan, iteration: 0, state: firstState(plan.parameters, plan.statistics, plan.learning), learningRate: plan.learningRate, history, outcome: undefined }
}

/** After the last. */
export async function lastMoment(table: Table, fit: FitOptions): Promise<Moment> {
  const plan = planFit(table, fit)
  const { result } = await fitPlan(plan)
  return { table, fit, plan, iteration: result.history.loss.length, state: result.state, learningRate: plan.learningRate, history: result.history, outcome: result.outcome }
}
