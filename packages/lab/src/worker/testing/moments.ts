/** Moments of runs for tests: a table, what is wanted, and so many steps of full batches. */
import { type FitOptions, type Table, firstState, planFit, scalar, trainingStep } from 'kudari'
import type { Moment } from '../moment.ts'

export function momentAfter(steps: number, table: Table, fit: FitOptions): Moment {
  const plan = planFit(table, fit)
  const step = trainingStep(plan.specification, plan.learning)
  let state = firstState(plan.parameters, plan.statistics, plan.learning)
  for (let i = 0; i < steps; i++) {
    const { loss: _, ...next } = step(plan.rows, scalar(plan.learningRate, plan.dtype), state)
    state = next
  }
  return { table, fit, plan, iteration: steps, state, history: { iteration: [], loss: [], validation: {}, parameters: {} }, outcome: undefined }
}

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
