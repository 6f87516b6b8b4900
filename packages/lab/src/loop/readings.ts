/** What each part of the loop is at a moment, in one short formula. */
import { formatNumber } from 'kudari'
import type { FirstRowView } from '../worker/views/first-row.ts'
import type { Corner } from '../worker/views/weights.ts'

/** Numbers in so many digits: the parts are narrow. */
const DIGITS = 3

const short = (value: number): string => formatNumber(value, DIGITS).replace('-', '−')

/** Of more inputs than these the formula would not fit. */
const MOST_INPUTS = 2

/** `0.27 + 1.82 x`: a sum of weighted inputs, for a column of weights with the bias first; undefined where it is too long. */
export function weightedSum({ rows, columns, values }: Corner): string | undefined {
  if (columns !== 1 || rows < 2 || rows - 1 > MOST_INPUTS) return undefined
  const terms = [...values].slice(1).map((weight, i) => {
    const sign = weight < 0 ? '−' : '+'
    return ` ${sign} ${short(Math.abs(weight))} x${rows === 2 ? '' : '₁₂'[i]}`
  })
  return short(values[0]) + terms.join('')
}

/** `yp = 0.27 + 1.82 x`; behind an activation, `yp = f(...)`. */
export const modelText = (sum: string, isBent: boolean): string => `yp = ${isBent ? `f(${sum})` : sum}`

/** What the model says of the first row, beside what is true. */
export const predictionText = (row: FirstRowView): string =>
  row.task === 'regression' ? `yp = ${short(row.predicted)} (yt ${short(row.truth)})` : `p(${row.truth}) = ${short(row.probability)}`

export const lossText = (loss: number | undefined): string => (loss === undefined ? 'L(yp, yt)' : `L = ${formatNumber(loss, 4)}`)

/** The way down with its learning rate, with the optimizer's name unless it is plain. */
export const descentText = (learningRate: number, optimizer: string | undefined): string =>
  optimizer === undefined ? `w ← w − ${short(learningRate)} ∂L/∂w` : `${optimizer}, α = ${short(learningRate)}`
