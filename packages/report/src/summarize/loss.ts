/** The loss in the report: its formula, and how it fell. */
import { type Fit, type StepFormulas, lossOf } from 'kudari'
import { plain } from '../bilingual.ts'
import { captions, dataTexts, lossTexts } from '../messages/run.ts'
import type { LossSummary, Series } from '../summary.ts'
import { aligned } from './formulas.ts'
import { evenly } from './sample.ts'

/** So many iterations of the history are drawn. */
const ITERATIONS_DRAWN = 1000

const lossCaptions = {
  'half-mean-square': captions.half,
  'mean-square': captions.square,
  'absolute-error': captions.absolute,
  huber: captions.huber,
  'binary-cross-entropy': captions.entropy,
  'categorical-cross-entropy': captions.entropy,
} as const

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** The mean of the losses of each epoch's steps; the last epoch may have been broken off. */
export const epochMeans = (losses: readonly number[], steps: number): Series =>
  Array.from({ length: Math.ceil(losses.length / steps) }, (_, epoch) => {
    const own = losses.slice(epoch * steps, (epoch + 1) * steps)
    return finite(own.reduce((sum, loss) => sum + loss, 0) / own.length)
  })

/** The loss and its history. */
export function lossSummary({ plan, result }: Fit, formulas: StepFormulas): LossSummary {
  const { iteration, loss, validation } = result.history
  const drawn = evenly(iteration.length, ITERATIONS_DRAWN)
  // Epochs of mini-batches measure only at their ends: those iterations are drawn too.
  const measured = validation.loss ? iteration.filter((k) => !Number.isNaN(validation.loss[k])) : []
  const kept =
    measured.length < iteration.length
      ? [...new Set([...drawn, ...evenly(measured.length, ITERATIONS_DRAWN).map((i) => measured[i])])].toSorted((a, b) => a - b)
      : drawn
  const series = (values: readonly number[]): Series => kept.map((k) => finite(values[k]))
  const { name } = lossOf(plan.specification.loss)
  return {
    name: plain(lossTexts[name]),
    formulas: [{ tex: aligned(formulas.loss), caption: plain(lossCaptions[name]) }],
    history: {
      iteration: kept.map((k) => iteration[k]),
      loss: series(loss),
      ...(validation.loss && { validationLoss: series(validation.loss) }),
      ...(plan.batch !== 'full' && { epochs: { steps: plan.stepsPerEpoch, loss: epochMeans(loss, plan.stepsPerEpoch) } }),
      ...(validation.accuracy && {
        others: [{ label: plain(dataTexts.accuracy), validation: series(validation.accuracy) }],
      }),
    },
  }
}
