/** Moments of runs on tables that tests type in. */
import { type FitOptions, type Table, firstState, planFit, typeTable } from 'kudari'
import type { Moment } from '../moment.ts'

/** A table of columns of texts, as a file would give them. */
export function tableOf(columns: Readonly<Record<string, readonly string[]>>): Table {
  const names = Object.keys(columns)
  return typeTable({ names, columns: names.map((name) => columns[name]), rows: columns[names[0]].length, source: 'typed' })
}

/** The moment before the first step. */
export function momentOf(table: Table, fit: FitOptions): Moment {
  const plan = planFit(table, fit)
  return {
    table, fit, plan, iteration: 0, learningRate: plan.learningRate, state: firstState(plan.parameters, plan.statistics, plan.learning),
    history: { iteration: [], loss: [], validation: {}, parameters: {} }, outcome: undefined,
  }
}

/** The talk's five rows. */
export const body = tableOf({ height: ['166', '176', '171', '173', '169'], weight: ['58.7', '75.7', '62.1', '70.4', '60.1'] })

/** The talk's rectangles, and some more of them. */
export const rectangles = tableOf({
  width: ['200', '250', '150', '300', '120', '90'],
  height: ['300', '150', '200', '100', '180', '60'],
  orientation: ['portrait', 'landscape', 'portrait', 'landscape', 'portrait', 'landscape'],
})
