/** Training as somebody watches it: lines of single iterations, and the progress between them. */
import { type Fit, type FitControls, type Measures, type Plan, fitPlan } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { defaultLogEvery, logLine } from '../output/log.ts'
import { progressLine } from '../terminal/progress.ts'

/** Trains, and tells of it as it goes on. */
export async function watch(
  plan: Plan,
  controls: Pick<FitControls, 'from' | 'checkpoints'>,
  logEvery: number | undefined,
  io: Io,
  voice: Voice,
): Promise<Fit> {
  const every = logEvery ?? defaultLogEvery(plan.iterations)
  const progress = progressLine(io, voice)
  const { stepsPerEpoch } = plan
  let unsaid: string | undefined
  let last: Measures | undefined
  const run = await fitPlan(plan, {
    ...controls,
    signal: io.signal,
    onIteration(step) {
      if (voice.mode !== 'text') return
      if (step.iteration % every === 0) {
        progress.clear()
        io.out(`${logLine(step)}\n`)
        unsaid = undefined
      } else unsaid = logLine(step)
      if (step.validation) last = step.validation
      progress.update({
        done: step.iteration + 1,
        total: plan.iterations,
        loss: step.loss,
        ...(stepsPerEpoch > 1 && { epoch: [Math.floor(step.iteration / stepsPerEpoch) + 1, Math.ceil(plan.iterations / stepsPerEpoch)] as const }),
        ...(last && { measure: last.accuracy === undefined ? (['validation L', last.loss] as const) : (['accuracy', last.accuracy] as const) }),
      })
    },
  })
  progress.clear()
  // The last iteration is always told.
  if (unsaid !== undefined) io.out(`${unsaid}\n`)
  return run
}

