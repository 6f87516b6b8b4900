/** What the user chose, by the names that `kudari train` has for it, and back: how run.json has it. */
import { type FitOptions, KudariError, type Plan, type RunRecord, formatAugmentation, formatSchedule, keptInitial, parseAugmentation } from 'kudari'
import type { Reading } from './data-source.ts'
import { workerMessages } from './messages.ts'
import { type PlainFit, fitOfPlain } from './plain-fit.ts'

/** Options that have the same name and meaning for the command. */
const same = ['target', 'features', 'task', 'activation', 'dropout', 'loss', 'delta', 'scale', 'impute', 'validation', 'iterations', 'epochs', 'batch', 'patience', 'seed', 'dtype'] as const

const withoutGaps = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))

/** The options of `kudari train` that stand for what was chosen. */
export function givenOf(fit: FitOptions, plan: Plan, reading: Reading): Record<string, unknown> {
  const { type, epsilon, weightDecay, ...settings }: Readonly<Record<string, unknown>> =
    { ...(typeof fit.optimizer === 'object' ? fit.optimizer : { type: fit.optimizer }), ...fit.optimizerSettings }
  return withoutGaps({
    ...Object.fromEntries(same.map((name) => [name, fit[name]])),
    ...reading,
    model: fit.model,
    init: fit.initial,
    center: fit.center || undefined,
    'label-smoothing': fit.labelSmoothing,
    'class-weights': fit.classWeights,
    optimizer: type,
    ...settings,
    eps: epsilon,
    'weight-decay': weightDecay,
    ...fit.penalty,
    'clip-value': fit.clip?.value,
    'clip-norm': fit.clip?.norm,
    schedule: fit.schedule && formatSchedule(fit.schedule),
    augment: fit.augment && formatAugmentation(fit.augment),
    lr: fit.learningRate,
    'no-shuffle': fit.shuffle === false || undefined,
    ...keptInitial(plan, fit.initial),
  })
}

/** Options of the command that change the table, which the Lab has no way to choose. */
const unknown = ['types', 'missing', 'image'] as const

/**
 * The choices of a run on record, as they were settled then.
 *
 * @throws KudariError when the run learned from something that the Lab cannot make again.
 */
export function fitOfRecord({ given, settled, validationData }: RunRecord): FitOptions {
  const option = unknown.find((name) => given[name] !== undefined) ?? (validationData && 'validation-data')
  if (option !== undefined) throw new KudariError('data', workerMessages.notInLab, { option })
  const { specification, learning, schedule, patience, learningRate, batch, shuffle, seed, dtype } = settled
  const { optimizer = { type: 'gradient-descent' as const }, penalty, clip } = learning ?? {}
  const { target, features, task, center, scale, impute, validation, iterations, epochs, init, augment } = given
  return fitOfPlain(withoutGaps({
    target, features, task, center, scale, impute, validation, iterations, epochs,
    initial: init,
    augment: typeof augment === 'string' ? parseAugmentation(augment) : undefined,
    model: specification, optimizer, penalty, clip, schedule, patience, learningRate, batch, shuffle, seed, dtype,
  }) as unknown as PlainFit)
}

/** How the table of a run was read. */
export const readingOf = ({ given: { encoding, delimiter, quote, comment } }: RunRecord): Reading =>
  withoutGaps({ encoding, delimiter, quote, comment }) as Reading
