/** The settings of a run in the report: each with its value, whether it was given, and else why it is what it is. */
import { type Choice, type Fit, type FitOptions, type Message, type OptimizerSpecification, type Plan, formatAugmentation, formatNumber, formatSchedule, hiddenUnits, isNetwork, lossOf } from 'kudari'
import { bilingual, plain } from '../bilingual.ts'
import { type SettingLabel, optimizerTexts, settingLabels, settingReasons, settingValues } from '../messages/settings.ts'
import type { Bilingual, Setting } from '../summary.ts'
import { reasonOf } from './reason.ts'

/** A setting that the caller gave. */
const given = (label: SettingLabel, value: Setting['value']): Setting => ({ label: plain(settingLabels[label]), value, given: true })

/** One that was chosen, with a reason of its own, or with that of the plan. */
const chosen = (label: SettingLabel, value: Setting['value'], reason?: Message): Setting =>
  ({ label: plain(settingLabels[label]), value, given: false, ...(reason && { reason: plain(reason) }) })

const settled = (label: SettingLabel, value: Setting['value'], isGiven: boolean, { choices }: Plan, about: Choice['about']): Setting =>
  isGiven ? given(label, value) : { ...chosen(label, value), ...reasonOf(choices, about) }

/** Settings that are only there where they were given. */
const wherePresent = (entries: readonly (readonly [SettingLabel, Setting['value'] | undefined])[]): Setting[] =>
  entries.flatMap(([label, value]) => (value === undefined ? [] : [given(label, value)]))

/** What an optimizer is called. */
function optimizerName(optimizer: OptimizerSpecification): Bilingual {
  if (optimizer.type !== 'sgd') return plain(optimizerTexts[optimizer.type])
  const { momentum = 0, nesterov = false } = optimizer
  return plain(optimizerTexts[momentum === 0 ? 'sgd' : nesterov ? 'nesterov' : 'momentum'])
}

function modelSettings({ plan }: Fit, { model, activation, dropout, initial }: FitOptions): Setting[] {
  const isNamed = typeof model === 'string' && (model === 'cnn' || hiddenUnits(model) !== undefined)
  return [
    ...(activation === undefined ? (isNamed ? [chosen('activation', 'relu', settingReasons.usual)] : []) : [given('activation', activation)]),
    ...wherePresent([['dropout', dropout]]),
    initialWeights(plan, initial),
  ]
}

function initialWeights({ specification }: Plan, initial: FitOptions['initial']): Setting {
  if (initial === undefined)
    return isNetwork(specification)
      ? chosen('init', plain(settingValues.random), settingReasons.init)
      : chosen('init', plain(settingValues.zeros), settingReasons.zeros)
  if (typeof initial === 'string') return given('init', initial)
  return given('init', typeof initial[0] === 'number' ? initial.join(', ') : plain(settingValues.fromFile))
}

function lossSettings({ plan }: Fit, { classWeights }: FitOptions): Setting[] {
  const { settings } = lossOf(plan.specification.loss)
  const weights = settings.classWeights?.map((weight) => formatNumber(weight, 3)).join(', ')
  return wherePresent([
    ['delta', settings.delta],
    ['labelSmoothing', settings.labelSmoothing],
    ['classWeights', classWeights === 'balanced' ? `balanced: ${weights}` : weights],
    ['l1', plan.learning.penalty?.l1],
    ['l2', plan.learning.penalty?.l2],
  ])
}

function optimizerSettings({ plan }: Fit, { optimizer, optimizerSettings: own = {} }: FitOptions): Setting[] {
  const { optimizer: used, clip } = plan.learning
  const isGiven = optimizer !== undefined
  const momentum = used?.type === 'sgd' && used.momentum !== 0 ? used.momentum : own.momentum
  return [
    ...(isGiven || used ? [settled('optimizer', optimizerName(used ?? { type: 'gradient-descent' }), isGiven, plan, 'optimizer')] : []),
    ...(momentum === undefined ? [] : [own.momentum === undefined ? chosen('momentum', momentum, settingReasons.usual) : given('momentum', momentum)]),
    ...wherePresent([
      ['betas', own.betas?.join(', ')],
      ['smoothing', own.smoothing],
      ['epsilon', own.epsilon],
      ['weightDecay', own.weightDecay],
      ['clipValue', clip?.value],
      ['clipNorm', clip?.norm],
    ]),
  ]
}

/** How long the run is, in iterations or in epochs of mini-batches. */
function lengthSettings({ plan }: Fit, options: FitOptions): Setting[] {
  const { iterations, batch, stepsPerEpoch, stopsByItself, patience } = plan
  const isFull = batch === 'full'
  const epochs = bilingual(settingValues.steps, { epochs: iterations / stepsPerEpoch, steps: iterations, each: stepsPerEpoch })
  const label = isFull ? 'iterations' : stopsByItself || patience !== undefined ? 'mostEpochs' : 'epochs'
  const patienceText = patience !== undefined && bilingual(isFull ? settingValues.patienceIterations : settingValues.patienceEpochs, { count: patience })
  return [
    settled('batch', isFull ? plain(settingValues.allRows) : batch, options.batch !== undefined, plan, 'batch'),
    settled(label, isFull ? iterations : epochs, !stopsByItself, plan, 'iterations'),
    ...(patienceText && plan.validation
      ? [options.patience === undefined ? chosen('patience', patienceText, settingReasons.patience) : given('patience', patienceText)]
      : []),
  ]
}

/** All settings of a run, from the model to the numbers it is made of. */
export function settingsOf(run: Fit, options: FitOptions): Setting[] {
  const { plan } = run
  const scale = options.scale ?? (options.center ? 'center' : plan.scale)
  return [
    ...optimizerSettings(run, options),
    settled('learningRate', plan.learningRate, typeof options.learningRate === 'number', plan, 'learningRate'),
    ...wherePresent([['schedule', plan.schedule && formatSchedule(plan.schedule)], ['augment', plan.augment && formatAugmentation(plan.augment)]]),
    ...lengthSettings(run, options),
    ...lossSettings(run, options),
    ...modelSettings(run, options),
    settled('scale', scale, options.scale !== undefined || options.center === true, plan, 'scale'),
    options.seed === undefined ? chosen('seed', plan.seed, settingReasons.seed) : given('seed', plan.seed),
    options.dtype === undefined
      ? chosen('dtype', plan.dtype, plan.dtype === 'float32' ? settingReasons.float32 : undefined)
      : given('dtype', plan.dtype),
  ]
}
