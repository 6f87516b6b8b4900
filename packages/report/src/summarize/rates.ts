/** Learning rates in the report: the range test that one was chosen by, and the schedule that changed it. */
import { type Fit, type PlateauState, formatSchedule, plateauStart, reduceOnPlateau, scheduleRates } from 'kudari'
import type { RangeTestSummary, ScheduleSummary } from '../summary.ts'
import { evenly } from './sample.ts'

const ITERATIONS_DRAWN = 400

/** The rate of every step of a schedule that goes by the loss: the same that the run took, since it went by the same losses. */
function plateauRates({ plan, result }: Fit, next: (state: PlateauState, loss: number) => PlateauState): number[] {
  const { stepsPerEpoch, learningRate } = plan
  const { loss, validation } = result.history
  let state = plateauStart(learningRate)
  return loss.map((_, k) => {
    const { learningRate: rate } = state
    if ((k + 1) % stepsPerEpoch === 0) {
      const epoch = loss.slice(k + 1 - stepsPerEpoch, k + 1)
      state = next(state, validation.loss?.[k] ?? epoch.reduce((a, b) => a + b, 0) / epoch.length)
    }
    return rate
  })
}

/** The learning rate over the run, where a schedule changed it. */
export function scheduleSummary(run: Fit): ScheduleSummary | undefined {
  const { schedule, learningRate, iterations, stepsPerEpoch } = run.plan
  if (!schedule || schedule.type === 'constant') return undefined
  const made = run.result.history.iteration.length
  const rates =
    schedule.type === 'plateau'
      ? plateauRates(run, reduceOnPlateau(schedule))
      : Array.from({ length: made }, (_, k) => k).map(scheduleRates(schedule, { learningRate, iterations, stepsPerEpoch }))
  const drawn = evenly(made, ITERATIONS_DRAWN)
  return { name: formatSchedule(schedule), iteration: drawn, rate: drawn.map((k) => rates[k]), stepsPerEpoch }
}

/** The range test of a plan. */
export function rangeTestSummary({ plan }: Fit): RangeTestSummary | undefined {
  if (!plan.rangeTest) return undefined
  const { steps, choice } = plan.rangeTest
  return {
    rate: steps.map(({ rate }) => rate),
    loss: steps.map(({ loss }) => (Number.isFinite(loss) ? loss : null)),
    ...(choice.kind === 'found' && { found: { chosen: plan.learningRate, lowest: choice.lowest } }),
  }
}
