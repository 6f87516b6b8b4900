/** The learning-rate range test on a problem: a few steps whose rate grows from tiny to huge, and the rate that they suggest. */
import { type RangeTestChoice, type RangeTestStep, chooseRate, rangeTestRates, smoothLosses } from '../optim/range-test.ts'
import { pickStretches } from './picks.ts'
import { type TrainingProblem, firstStateOf } from './problem.ts'
import { stepRunner } from './runner.ts'
import type { StepRowsOptions } from './step-rows.ts'
import type { Learning } from './step.ts'

/** The steps of a range test, and what they show. */
export interface RangeTest {
  readonly steps: readonly RangeTestStep[]
  readonly choice: RangeTestChoice
}

const STEPS = 200
/** A loss so many times above the lowest has diverged: the rest would show nothing more. */
const DIVERGED = 10

/**
 * Finds a learning rate by a range test. The problem's own parameters stay as they are.
 *
 * @example
 * const { choice } = findRate(problem, { batch: 64, seed: 0 })
 * if (choice.kind === 'found') choice.suggested
 */
export function findRate(problem: TrainingProblem, options: StepRowsOptions & Learning): RangeTest {
  const rateAt = rangeTestRates(STEPS)
  const runner = stepRunner(problem, options, firstStateOf(problem, options))
  const stretches = pickStretches(problem.rows.x.shape[0], options, false)
  const losses: number[] = []
  try {
    let lowest = Infinity
    for (let step = 0; step < STEPS; step++) {
      const loss = runner.run(stretches.next(1), rateAt(step)).loss[0]
      losses.push(loss)
      lowest = Math.min(lowest, loss)
      if (!Number.isFinite(loss) || loss > DIVERGED * lowest) break
    }
  } finally {
    runner.end()
  }
  const smooth = smoothLosses(losses)
  const steps = smooth.map((loss, i) => ({ rate: rateAt(i), loss }))
  return { steps, choice: chooseRate(steps) }
}
