/** Loss and gradient descent in the report: formulas, history, settings, and how the run ended. */
import type { DescentSummary, LossSummary, Outcome, Series, Setting } from '@kudari/report'
import { type Choice, type Fit, type FitOptions, lossOf, trainMessages } from 'kudari'
import { captions, dataTexts, lossTexts, settingLabels, settingValues } from '../messages/report.ts'
import { bilingual, plain, reasonOf } from './bilingual.ts'
import { aligned, stepFormulas } from './model.ts'
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

/** The loss and its history. */
export function lossSummary(run: Fit): LossSummary {
  const { iteration, loss, validation } = run.result.history
  const drawn = evenly(iteration.length, ITERATIONS_DRAWN)
  // Epochs of mini-batches measure only at their ends: those iterations are drawn too.
  const measured = validation.loss ? iteration.filter((k) => !Number.isNaN(validation.loss[k])) : []
  const kept =
    measured.length < iteration.length
      ? [...new Set([...drawn, ...evenly(measured.length, ITERATIONS_DRAWN).map((i) => measured[i])])].toSorted((a, b) => a - b)
      : drawn
  const series = (values: readonly number[]): Series => kept.map((k) => (Number.isFinite(values[k]) ? values[k] : null))
  const { name } = lossOf(run.plan.specification.loss)
  return {
    name: plain(lossTexts[name]),
    formulas: [{ tex: aligned(stepFormulas(run).loss), caption: plain(lossCaptions[name]) }],
    history: {
      iteration: kept.map((k) => iteration[k]),
      loss: series(loss),
      ...(validation.loss && { validationLoss: series(validation.loss) }),
      ...(validation.accuracy && {
        others: [{ label: plain(dataTexts.accuracy), validation: series(validation.accuracy) }],
      }),
    },
  }
}

function initText({ initial }: FitOptions): string | undefined {
  if (initial === undefined || typeof initial === 'string') return initial
  return typeof initial[0] === 'number' ? initial.join(', ') : settingValues.fromFile.en()
}

/** A setting, and why it is what it is where nobody gave it. */
const setting = (
  label: keyof typeof settingLabels,
  value: string | number,
  given: boolean,
  choices: readonly Choice[],
  about: Choice['about'],
): Setting => ({ label: plain(settingLabels[label]), value, given, ...(given ? {} : reasonOf(choices, about)) })

function settings({ plan }: Fit, options: FitOptions): Setting[] {
  const { choices } = plan
  const init = initText(options)
  const scale = options.scale ?? (options.center ? 'center' : plan.scale)
  return [
    setting('learningRate', plan.learningRate, options.learningRate !== undefined, choices, 'learningRate'),
    setting('iterations', plan.iterations, !plan.stopsByItself, choices, 'iterations'),
    setting('batch', plan.batch, options.batch !== undefined, choices, 'batch'),
    setting('scale', scale, options.scale !== undefined || options.center === true, choices, 'scale'),
    ...(init === undefined ? [] : [{ label: plain(settingLabels.init), value: init, given: true }]),
    { label: plain(settingLabels.seed), value: plan.seed, given: options.seed !== undefined },
    { label: plain(settingLabels.dtype), value: plan.dtype, given: options.dtype !== undefined },
  ]
}

function outcome({ result }: Fit): Outcome {
  const ended = result.outcome
  const { iteration } = ended
  switch (ended.kind) {
    case 'finished':
      return { kind: 'finished' }
    case 'converged':
      return { kind: 'converged', iteration }
    case 'interrupted':
      return { kind: 'interrupted', iteration }
    case 'stoppedEarly':
      return { kind: 'stopped-early', iteration, best: ended.best }
    case 'diverged':
      return { kind: 'diverged', iteration, diagnosis: bilingual(trainMessages.diverged, ended.divergence) }
  }
}

/** The descent. */
export const descentSummary = (run: Fit, options: FitOptions): DescentSummary => ({
  formulas: [
    { tex: aligned(stepFormulas(run).descent).replaceAll(/^(w|W_\{?\d*\}?|b_\{?\d*\}?) =/g, String.raw`$1 \leftarrow`), caption: plain(captions.descent) },
  ],
  settings: settings(run, options),
  iterations: run.result.outcome.iteration + 1,
  outcome: outcome(run),
})
