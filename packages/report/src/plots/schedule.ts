/** The learning rate over the run, where a schedule changes it. */
import * as Plot from '@observablehq/plot'
import { bilingual, plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import type { Html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { ScheduleSummary } from '../summary.ts'
import { draw } from './draw.ts'
import { epochScale, iterationAxes } from './epochs.ts'
import { figure } from './figure.ts'

const id = 'schedule'

export function schedule({ name, iteration, rate, stepsPerEpoch }: ScheduleSummary): Html {
  const epochs = epochScale(iteration, stepsPerEpoch)
  const { options, marks, labels } = iterationAxes(epochs)
  return figure({
    id,
    name: plain(figures.schedule),
    about: bilingual(figures.scheduleAbout, { name, first: formatNumber(rate[0], 3), last: formatNumber(rate[rate.length - 1], 3) }),
    ...labels,
    y: tell(figures.rate, undefined),
    plot: draw(id, {
      ...options,
      height: 260,
      y: { label: null, grid: true, zero: true, nice: true, ticks: 5, tickFormat: formatTick },
      marks: [
        ...marks,
        Plot.ruleY([0]),
        // A rate holds until the next one: at most a step apart in the picture.
        Plot.line(iteration.map((k, i) => [k, rate[i]]), { x: '0', y: '1', curve: 'step-after', stroke: 'var(--train)', strokeWidth: 2.5 }),
      ],
    }),
  })
}
