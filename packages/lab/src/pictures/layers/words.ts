/** Numbers of a tensor in words: what a picture of them shows, for those who do not see it. */
import { formatNumber } from 'kudari'
import { t } from '../../language.ts'
import type { Spread } from '../../worker/inside/spread.ts'
import { layersMessages } from './messages.ts'

const DIGITS = 3

export const short = (value: number): string => formatNumber(value, DIGITS)

const percent = (share: number): string => `${formatNumber(100 * share, 2)}%`

/** The smallest, the largest, the mean size and the share of zeros. */
export function summaryOf({ count, notFinite, min, max, meanSize, zeros }: Spread): string {
  const rest = notFinite > 0 ? t(layersMessages.notFinite, { count: notFinite }) : ''
  if (notFinite === count) return rest
  const summary = t(layersMessages.summary, { min: short(min), max: short(max), mean: short(meanSize), zeros: percent(zeros / count) })
  return rest ? `${summary}; ${rest}` : summary
}

/** So many powers of ten does a logarithmic bar reach down from the largest. */
const DECADES = 6

/** How long a logarithmic bar is, from 0 to 1. */
export function logarithmicShare(value: number, largest: number): number {
  if (!(value > 0) || !(largest > 0)) return 0
  return Math.max(0, Math.min(1, 1 + Math.log10(value / largest) / DECADES))
}

/** By how much the first of some gradients is smaller than the last, where it is by so much that it hardly learns; otherwise undefined. */
export function vanishingFactor(meanSizes: readonly number[]): number | undefined {
  const [first, last] = [meanSizes[0], meanSizes.at(-1)!]
  return meanSizes.length > 2 && first > 0 && last / first >= VANISHED ? last / first : undefined
}

const VANISHED = 100
