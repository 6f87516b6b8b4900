/** Regression: predictions against true values, and how good they are in numbers and words. */
import * as Plot from '@observablehq/plot'
import { type Metrics, formatNumber } from 'kudari'
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import type { MeasuresView } from '../../worker/views/measures.ts'
import type { Pairs } from '../../worker/views/predictions.ts'
import { Caption } from '../caption.tsx'
import { PlotFigure } from '../plot.tsx'
import { heightFor, labelRoom, tickText } from '../plot-frame.ts'
import { percent } from './matrix.ts'
import { predictionsMessages as messages } from './messages.ts'
import { type Numbers, countOutside, rangeOf } from './range.ts'

type RegressionMeasures = Extract<Metrics, { task: 'regression' }>

interface Dot {
  readonly x: number
  readonly y: number
}

const dotsOf = ({ truth, predicted }: Pairs, [low, high]: readonly [number, number]): Dot[] =>
  Array.from(truth, (x, row) => ({ x, y: predicted[row] })).filter(({ y }) => y >= low && y <= high)

const RATIO = 0.9

const regression = (metrics: Metrics | undefined): RegressionMeasures | undefined => (metrics?.task === 'regression' ? metrics : undefined)

export interface ScatterProps {
  readonly pairs: Numbers
  readonly measures: MeasuresView | undefined
  readonly target: string
}

export function Scatter(props: ScatterProps) {
  const options = (width: number): Plot.PlotOptions => {
    const { train, validation } = props.pairs
    const domain = rangeOf(props.pairs)
    const [learned, heldOut] = [dotsOf(train, domain), validation ? dotsOf(validation, domain) : []]
    const r = learned.length + heldOut.length > 150 ? 3 : 4.5
    return {
      height: heightFor(width, RATIO), marginTop: 22, marginLeft: labelRoom(domain),
      x: { domain, label: t(messages.trueAxis, { target: props.target }), ticks: 6, grid: true, tickFormat: tickText },
      y: { domain, label: t(messages.predictedAxis, { target: props.target }), ticks: 6, grid: true, tickFormat: tickText },
      marks: [
        Plot.line([[domain[0], domain[0]], [domain[1], domain[1]]], { stroke: 'currentColor', strokeOpacity: 0.6, strokeWidth: 1.5, strokeDasharray: '6,4' }),
        Plot.dot(learned, { x: 'x', y: 'y', r, fill: 'var(--train)', fillOpacity: 0.8, stroke: 'var(--paper)', strokeWidth: 0.8, className: 'term-yp' }),
        Plot.dot(heldOut, { x: 'x', y: 'y', r, symbol: 'diamond', fill: 'var(--paper)', stroke: 'var(--validation)', strokeWidth: 1.6 }),
      ],
    }
  }
  const judged = () => regression(props.measures?.validation) ?? regression(props.measures?.train)
  const hasHeldOut = () => props.pairs.validation !== undefined
  const words = () => {
    const best = judged()
    const outside = countOutside(props.pairs, rangeOf(props.pairs))
    const about = [t(messages.scatter), ...(outside > 0 ? [t(messages.outside, { rows: outside })] : [])]
    if (!best) return about
    return [
      ...about,
      ...(Number.isFinite(best.r2) ? [t(messages.r2, { r2: best.r2, percent: percent(best.r2), held: hasHeldOut() })] : []),
      t(messages.rmse, { rmse: formatNumber(best.rmse, 3), target: props.target }),
    ]
  }
  return (
    <>
      <PlotFigure options={options} label={words().join(' ')} />
      <ul class="legend">
        <li><i class="key dot train" />{t(messages.training)}</li>
        <Show when={hasHeldOut()}><li><i class="symbol held-out">◇</i>{t(messages.validation)}</li></Show>
        <li><i class="key dashed" />{t(messages.diagonal)}</li>
      </ul>
      <Caption sentences={words()} />
      <Show when={props.measures}>{(measures) => <MeasuresTable train={regression(measures().train)} validation={regression(measures().validation)} />}</Show>
    </>
  )
}

const rows = [
  { name: messages.r2Name, of: ({ r2 }: RegressionMeasures) => r2 },
  { name: messages.rmseName, of: ({ rmse }: RegressionMeasures) => rmse },
  { name: messages.maeName, of: ({ mae }: RegressionMeasures) => mae },
]

const MeasuresTable = (props: { readonly train: RegressionMeasures | undefined; readonly validation: RegressionMeasures | undefined }) => (
  <table class="measures">
    <caption class="visually-hidden">{t(messages.measures)}</caption>
    <thead>
      <tr>
        <th scope="col">{t(messages.measure)}</th>
        <th scope="col">{t(messages.training)}</th>
        <Show when={props.validation}><th scope="col">{t(messages.validation)}</th></Show>
      </tr>
    </thead>
    <tbody>
      <For each={rows}>
        {({ name, of }) => (
          <tr>
            <th scope="row">{t(name)}</th>
            <td>{props.train && formatNumber(of(props.train), 4)}</td>
            <Show when={props.validation}>{(held) => <td>{formatNumber(of(held()), 4)}</td>}</Show>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)
