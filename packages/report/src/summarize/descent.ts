/** Gradient descent in the report: the rule, the gradients, settings, and how the run ended. */
import { type Fit, type FitOptions, type Learning, type StepFormulas, trainMessages } from 'kudari'
import { bilingual, plain, sentences } from '../bilingual.ts'
import { captions, ruleCaptions } from '../messages/run.ts'
import type { Bilingual, DescentSummary, Outcome } from '../summary.ts'
import { aligned } from './formulas.ts'
import { rangeTestSummary, scheduleSummary } from './rates.ts'
import { settingsOf } from './settings.ts'

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

/** What a rule says, sentence by sentence: whose rule it is, what it remembers, and what is done to gradients and weights beside. */
function ruleCaption({ optimizer = { type: 'gradient-descent' }, clip }: Learning): Bilingual {
  const { weightDecay = optimizer.type === 'adamw' ? 0.01 : 0 } = 'weightDecay' in optimizer ? optimizer : {}
  const remembers = optimizer.type === 'sgd' && (optimizer.momentum ?? 0) === 0 ? 'gradient-descent' : optimizer.type
  const said = [
    ruleCaptions[remembers],
    ...(weightDecay > 0 ? [ruleCaptions.weightDecay] : []),
    ...(clip ? [ruleCaptions.clip] : []),
    ruleCaptions.parameters,
  ]
  return sentences(...said.map(plain))
}

/** The descent. */
export function descentSummary(run: Fit, options: FitOptions, { gradients, descent }: StepFormulas): DescentSummary {
  const isGeneral = gradients.length > 0
  const schedule = scheduleSummary(run)
  const rangeTest = rangeTestSummary(run)
  return {
    formulas: [{ tex: aligned(descent), caption: isGeneral ? ruleCaption(run.plan.learning) : plain(captions.descent) }],
    ...(isGeneral && { gradients: gradients.map(({ type, parameters, formulas }) => ({ layer: type, tensors: parameters, tex: aligned(formulas) })) }),
    settings: settingsOf(run, options),
    ...(schedule && { schedule }),
    ...(rangeTest && { rangeTest }),
    iterations: run.result.outcome.iteration + 1,
    outcome: outcome(run),
  }
}
