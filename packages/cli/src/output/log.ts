/** The lines that tell of single iterations, as on the talk's slide. */
import { type Iteration, roundDown } from 'kudari'

/** Weights are printed one by one up to so many, else as their norm: the history holds them all. */
const WEIGHTS_SHOWN = 6
const LINES = 20
const ALL_UP_TO = 200

/** Six decimals as in the talk; powers of ten where six decimals would show nothing. */
function decimals(value: number): string {
  const size = Math.abs(value)
  return Number.isFinite(value) && value !== 0 && (size < 1e-6 || size >= 1e9) ? value.toExponential(6) : value.toFixed(6)
}

/**
 * One iteration as a line.
 *
 * @example
 * logLine({ iteration: 0, loss: 50.416, parameters: { w0: 1.98, w1: -0.6728 } })
 * // 'iter = 0  L = 50.416000  w0 = 1.980000  w1 = -0.672800'
 */
export function logLine({ iteration, loss, parameters, validation }: Iteration): string {
  const listed = Object.entries(parameters)
  const norm = parameters.norm ?? Math.sqrt(listed.reduce((sum, [, w]) => sum + w * w, 0))
  const weights =
    parameters.norm === undefined && listed.length <= WEIGHTS_SHOWN
      ? listed.map(([name, w]) => `${name} = ${decimals(w)}`)
      : [`|w| = ${decimals(norm)}`]
  const measured = Object.entries(validation ?? {}).map(([name, value]) =>
    name === 'loss' ? `validation L = ${decimals(value)}` : `${name} = ${value.toFixed(4)}`,
  )
  return [`iter = ${iteration}`, `L = ${decimals(loss)}`, ...weights, ...measured].join('  ')
}

/** Every how many iterations a line is printed when nobody said so. */
export const defaultLogEvery = (iterations: number): number =>
  iterations <= ALL_UP_TO ? 1 : Math.max(1, roundDown(iterations / LINES))
