/** The axis of a run of mini-batches: epochs below, iterations above, over the same picture. */
import * as Plot from '@observablehq/plot'
import { tell } from '../html/bilingual.ts'
import type { Content } from '../html/html.ts'
import { formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'

/** Epochs of a run: how many steps one has, and how many iterations there were. */
export interface Epochs {
  readonly steps: number
  readonly iterations: number
}

/** The epochs of some iterations, or `undefined` where every step takes all rows: epoch and iteration are then the same. */
export const epochScale = (iteration: readonly number[], steps: number): Epochs | undefined =>
  steps === 1 ? undefined : { steps, iterations: (iteration.at(-1) ?? 0) + 1 }

/** Every so many epochs a tick, so that there are at most six or so: 1, 2, 5, 10, 20, ... */
export function epochTicks({ steps, iterations }: Epochs): readonly number[] {
  const epochs = iterations / steps
  const power = 10 ** Math.floor(Math.log10(Math.max(1, epochs / 6)))
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((step) => epochs / step <= 6)!
  return Array.from({ length: Math.floor(epochs / every) + 1 }, (_, i) => i * every)
}

const whole = (value: number): string => (Number.isInteger(value) ? formatTick(value) : '')

/** The axes of iterations and epochs, and what stands beside them. */
export function iterationAxes(epochs: Epochs | undefined): {
  readonly options: Plot.PlotOptions
  readonly marks: readonly Plot.Markish[]
  readonly labels: { readonly x: Content; readonly top?: Content }
} {
  const iteration = tell(figures.iteration, undefined)
  if (!epochs) return { options: { x: { label: null, ticks: 6, tickFormat: whole } }, marks: [], labels: { x: iteration } }
  const { steps, iterations } = epochs
  return {
    options: { marginTop: 30, x: { label: null, domain: [0, iterations], axis: null } },
    marks: [
      Plot.axisX(epochTicks(epochs).map((epoch) => epoch * steps), { label: null, tickFormat: (k: number) => formatTick(k / steps) }),
      // Without tick marks: Plot places those of an upper axis by the pixels of the screen.
      Plot.axisX({ anchor: 'top', label: null, ticks: 5, tickSize: 0, tickFormat: whole }),
    ],
    labels: { x: tell(figures.epoch, undefined), top: iteration },
  }
}
