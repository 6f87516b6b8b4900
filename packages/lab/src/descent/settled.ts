/** What was settled of learning, as the settings show it, and how one of several parts is changed. */
import { type FitOptions, type OptimizerName, type OptimizerSettings, type OptimizerSpecification, optimizerNamed } from 'kudari'
import type { PlanView } from '../worker/plan-view.ts'

/** Settings of one number. */
export type OptimizerNumber = Exclude<keyof OptimizerSettings, 'betas'>

/** Which settings an optimizer has, with what they are if nobody says anything: as in PyTorch. */
const defaults: Readonly<Record<OptimizerSpecification['type'], OptimizerSettings>> = {
  'gradient-descent': {},
  sgd: { momentum: 0, weightDecay: 0 },
  adagrad: { epsilon: 1e-10, weightDecay: 0 },
  rmsprop: { smoothing: 0.99, momentum: 0, epsilon: 1e-8, weightDecay: 0 },
  adam: { betas: [0.9, 0.999], epsilon: 1e-8, weightDecay: 0 },
  adamw: { betas: [0.9, 0.999], epsilon: 1e-8, weightDecay: 0.01 },
}

const GRADIENT_DESCENT: OptimizerSpecification = { type: 'gradient-descent' }

/** The optimizer of a plan under the name that it has among the choices. */
export function optimizerOfPlan({ fit, learning: { optimizer = GRADIENT_DESCENT } }: Pick<PlanView, 'fit' | 'learning'>): OptimizerName {
  if (typeof fit.optimizer === 'string') return fit.optimizer
  if (optimizer.type !== 'sgd') return optimizer.type
  if (optimizer.nesterov) return 'nesterov'
  return optimizer.momentum ? 'momentum' : 'sgd'
}

/** All settings that the optimizer of a plan has. */
export const optimizerSettingsOfPlan = ({ learning: { optimizer = GRADIENT_DESCENT } }: Pick<PlanView, 'learning'>): OptimizerSettings => {
  const known = defaults[optimizer.type]
  return Object.fromEntries(Object.entries({ ...known, ...optimizer }).filter(([key]) => key in known))
}

/** Another optimizer, with those of the settings that mean something to it. */
export function withOptimizer(name: OptimizerName, settings: OptimizerSettings = {}): Pick<{ [Key in keyof FitOptions]: FitOptions[Key] | undefined }, 'optimizer' | 'optimizerSettings'> {
  const known = defaults[optimizerNamed(name).type]
  // A momentum of its own makes `momentum` what it is.
  const kept = Object.entries(settings).filter(([key]) => key in known && key !== 'momentum')
  return { optimizer: name, optimizerSettings: kept.length > 0 ? Object.fromEntries(kept) : undefined }
}

/** Parts with one of them changed, or taken away; `undefined` when none is left. */
export function withPart<Parts extends object, Key extends keyof Parts>(parts: Parts | undefined, key: Key, value: Parts[Key] | undefined): Parts | undefined {
  const entries = Object.entries({ ...parts, [key]: value }).filter(([, each]) => each !== undefined)
  return entries.length > 0 ? (Object.fromEntries(entries) as Parts) : undefined
}

/** Learning rates on a slider: powers of ten between these. */
export const RATES = { least: -6, most: 1, step: 0.05 } as const

export const exponentOf = (rate: number): number => Math.min(RATES.most, Math.max(RATES.least, Math.log10(rate)))
/** The rate at a place of the slider, in two digits. */
export const rateAt = (exponent: number): number => Number((10 ** exponent).toPrecision(2))
