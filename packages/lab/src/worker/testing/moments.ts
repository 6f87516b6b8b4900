/** Moments of runs on tables that tests type in. */
import { type FitOptions, type Table, firstState, fitPlan, planFit, scalar, trainingStep, typeTable } from 'kudari'
import type { Moment } from '../moment.ts'

/** A table of columns of numbers and texts, as a file would give them. */
export function tableOf(columns: Readonly<Record<string, readonly (string | number)[]>>): Table {
  const names = Object.keys(columns)
  return typeTable({ names, columns: names.map((name) => columns[name].map(String)), rows: columns[names[0]].length, source: 'typed' })
}

/** The moment before the first step. */
export function momentOf(table: Table, fit: FitOptions): Moment {
  const plan = planFit(table, fit)
  return {
    table, fit, plan, iteration: 0, learningRate: plan.learningRate, state: firstState(plan.parameters, plan.statistics, plan.learning),
    history: { iteration: [], loss: [], validation: {}, parameters: {} }, outcome: undefined,
  }
}

/** The moment after so many steps of full batches. */
export function momentAfter(steps: number, table: Table, fit: FitOptions): Moment {
  const first = momentOf(table, fit)
  const { plan } = first
  const step = trainingStep(plan.specification, plan.learning)
  let { state } = first
  for (let i = 0; i < steps; i++) {
    const { loss: _, ...next } = step(plan.rows, scalar(plan.learningRate, plan.dtype), state)
    state = next
  }
  return { ...first, iteration: steps, state }
}

/** The moment after the last step. */
export async function lastMoment(table: Table, fit: FitOptions): Promise<Moment> {
  const first = momentOf(table, fit)
  const { result } = await fitPlan(first.plan)
  const { history, state, outcome } = result
  return { ...first, iteration: history.loss.length, state, history, outcome }
}

/** The talk's five rows (slide 5), and its run. */
export const talk: FitOptions = { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 }
export const body = tableOf({ height: ['166', '176', '171', '173', '169'], weight: ['58.7', '75.7', '62.1', '70.4', '60.1'] })

/** The talk's rectangles, and some more of them. */
export const rectangles = tableOf({
  width: ['200', '250', '150', '300', '120', '90'],
  height: ['300', '150', '200', '100', '180', '60'],
  orientation: ['portrait', 'landscape', 'portrait', 'landscape', 'portrait', 'landscape'],
})

/** Images of 4 x 4 pixels: a bar of light, standing (`|`) or lying (`-`), at every place, so many times over. */
export function barTable(times: number): Table {
  const images = Array.from({ length: 8 * times }, (_, i) => ({ isStanding: i % 2 === 0, at: Math.floor(i / 2) % 4 }))
  const pixels = Array.from({ length: 16 }, (_, pixel) => ({
    name: `pixel${pixel}`,
    type: 'integer' as const,
    values: Float64Array.from(images, ({ isStanding, at }) => ((isStanding ? pixel % 4 : Math.floor(pixel / 4)) === at ? 200 : 0)),
  }))
  return {
    columns: [...pixels, { name: 'label', type: 'category', values: images.map(({ isStanding }) => (isStanding ? '|' : '-')) }],
    rows: images.length,
    source: 'bars',
    missing: [],
    image: { height: 4, width: 4, channels: 1 },
  }
}
