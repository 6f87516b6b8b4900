/** Learning-rate schedules: how large each step of a run is, from the first to the last. */
import { KudariError } from '../messages/error.ts'
import { type Settings, counting, notNegative, positive, required, shareOfOne } from '../messages/settings.ts'
import { optimMessages } from './messages.ts'
import { type PlateauOptions, plateauSettings } from './plateau.ts'
import { checkSpecification } from './settings.ts'

/** The options of every schedule. Lengths are in epochs (passes over the rows). */
interface OptionsOf {
  /** The same learning rate in every step. */
  constant: Record<never, never>
  /** Every so many epochs the rate is multiplied by a factor, by default 0.1. */
  step: { readonly every: number; readonly factor?: number }
  /** After every epoch the rate is multiplied by a factor. */
  exponential: { readonly factor: number }
  /**
   * Half a cosine wave, step by step, down to the share `final` of the learning rate (default 0), which the step after the
   * last would have; before it the rate climbs in equal parts during `warmup` epochs (default 0, fractions allowed).
   */
  cosine: { readonly warmup?: number; readonly final?: number }
  /** Up to the learning rate in the first 30 % of the steps, then down to almost nothing. */
  'one-cycle': Record<never, never>
  /** Whenever the loss gets no better for a while the rate is multiplied by a factor: see {@link reduceOnPlateau}. */
  plateau: PlateauOptions
}

export type ScheduleType = keyof OptionsOf
type Specified<Type extends ScheduleType> = { readonly type: Type } & OptionsOf[Type]

/** A schedule as plain data: `{ type: 'step', every: 10, factor: 0.5 }`. */
export type ScheduleSpecification = { [Type in ScheduleType]: Specified<Type> }[ScheduleType]

type PlannedType = Exclude<ScheduleType, 'plateau'>

/** A schedule that is known before the run begins: any but `plateau`. */
export type PlannedSchedule = { [Type in PlannedType]: Specified<Type> }[PlannedType]

/** What the settings of every schedule may be. */
export const scheduleSettings: { readonly [Type in ScheduleType]: Settings<OptionsOf[Type]> } = {
  constant: {},
  step: { every: required(counting), factor: positive },
  exponential: { factor: required(positive) },
  cosine: { warmup: notNegative, final: shareOfOne },
  'one-cycle': {},
  plateau: plateauSettings,
}

/**
 * Checks a schedule that came from outside (a JSON file, a model file).
 *
 * @throws KudariError naming the place, what was expected there and what was found.
 * @example
 * readSchedule({ type: 'cosine', warmup: 5 })
 */
export function readSchedule(value: unknown): ScheduleSpecification {
  checkSpecification('schedule', value, scheduleSettings)
  return value as unknown as ScheduleSpecification
}

/** The run that a schedule is for. */
export interface ScheduledRun {
  /** The learning rate that was chosen: the first, or where there is a warm-up or a cycle the largest. */
  readonly learningRate: number
  /** All steps of the run. */
  readonly iterations: number
  readonly stepsPerEpoch: number
}

/** From a step, counted from 0, to the share of the learning rate that it takes. */
type Shares = (step: number) => number

/** `base ** exponent` by repeated squaring: the same bits in every engine. */
function wholePower(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const root = wholePower(base, Math.floor(exponent / 2))
  return exponent % 2 === 0 ? root * root : root * root * base
}

/**
 * (1 + cos(pi t)) / 2, from 1 at t = 0 to 0 at t = 1 and there it stays: half a cosine wave. It is (1 + sin x) / 2 with
 * x = pi (1/2 - t), and the sine is the sum of x - x^3 / 3! + x^5 / 5! - ...: the same bits in every engine.
 */
function wave(t: number): number {
  const x = Math.PI * (0.5 - Math.min(t, 1))
  let sine = 0
  let term = x
  for (let n = 1; n <= 23; n += 2) {
    sine += term
    term *= (-x * x) / ((n + 1) * (n + 2))
  }
  return (1 + sine) / 2
}

/** From one number down, or up, to another along half a cosine wave. */
const along = (from: number, to: number, t: number): number => to + (from - to) * wave(t)

const schedules: { readonly [Type in PlannedType]: (options: Specified<Type>, run: ScheduledRun) => Shares } = {
  constant: () => () => 1,

  step:
    ({ every, factor = 0.1 }, { stepsPerEpoch }) =>
    (step) =>
      wholePower(factor, Math.floor(step / (every * stepsPerEpoch))),

  exponential:
    ({ factor }, { stepsPerEpoch }) =>
    (step) =>
      wholePower(factor, Math.floor(step / stepsPerEpoch)),

  // Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017 (without restarts); the warm-up is
  // that of Goyal et al., Accurate, large minibatch SGD, 2017.
  cosine({ warmup = 0, final = 0 }, { iterations, stepsPerEpoch }) {
    const climb = Math.round(warmup * stepsPerEpoch)
    if (climb >= iterations && climb > 0)
      throw new KudariError('usage', optimMessages.warmupTooLong, { warmup, epochs: iterations / stepsPerEpoch })
    return (step) => (step < climb ? (step + 1) / (climb + 1) : along(1, final, (step - climb) / (iterations - climb)))
  },

  // Smith and Topin, Super-convergence: very fast training of neural networks using large learning rates, 2018; the shape
  // and the numbers are those of PyTorch's OneCycleLR (without its cycle of the momentum).
  'one-cycle'(_, { iterations }) {
    const top = 0.3 * iterations - 1
    const start = 1 / 25
    const end = start / 1e4
    return (step) => (step <= top ? along(start, 1, step / top) : along(1, end, (step - top) / (iterations - 1 - top)))
  },
}

/**
 * The learning rate of every step of a run.
 *
 * @returns a function from the step, counted from 0, to its learning rate.
 * @throws KudariError when the warm-up is not shorter than the run.
 * @example
 * const rate = scheduleRates({ type: 'step', every: 10, factor: 0.5 }, { learningRate: 0.1, iterations: 90, stepsPerEpoch: 3 })
 * rate(29) // 0.1
 * rate(30) // 0.05
 */
export function scheduleRates<Type extends PlannedType>(specification: Specified<Type>, run: ScheduledRun): (step: number) => number {
  const shares = schedules[specification.type](specification, run)
  return (step) => run.learningRate * shares(step)
}
