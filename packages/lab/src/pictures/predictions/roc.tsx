/** Two classes: what is found, and what is taken for it, at every threshold. */
import * as Plot from '@observablehq/plot'
import { formatNumber } from 'kudari'
import { Show } from 'solid-js'
import { t } from '../../language.ts'
import type { PredictionsView } from '../../worker/views/predictions.ts'
import type { RocCurve } from '../../worker/views/roc-curve.ts'
import { PlotFigure } from '../plot.tsx'
import { heightFor } from '../plot-frame.ts'
import { cornersOf } from './corners.ts'
import { predictionsMessages as messages } from './messages.ts'

const RATIO = 0.8

export interface RocProps {
  readonly curves: Extract<PredictionsView, { kind: 'roc' }>
  readonly classes: readonly string[]
  /** The area below the curve of the rows that judge the model. */
  readonly area: number
}

export function Roc(props: RocProps) {
  const options = (width: number): Plot.PlotOptions => {
    const [negative, positive] = props.classes
    const { train, validation } = props.curves
    const axis = { domain: [0, 1], ticks: 5, grid: true, tickFormat: '%' }
    const line = (curve: RocCurve, stroke: string) => Plot.line(cornersOf(curve), { x: 'x', y: 'y', stroke, strokeWidth: 2.2 })
    return {
      height: heightFor(width, RATIO), marginTop: 22,
      x: { ...axis, label: t(messages.falseAlarms, { class: negative }) },
      y: { ...axis, label: t(messages.hits, { class: positive }) },
      marks: [
        Plot.line([[0, 0], [1, 1]], { stroke: 'currentColor', strokeOpacity: 0.5, strokeDasharray: '6,4' }),
        line(train, 'var(--train)'),
        validation ? line(validation, 'var(--validation)') : null,
      ],
    }
  }
  const about = () => t(messages.rocAbout, { negative: props.classes[0], positive: props.classes[1], auc: formatNumber(props.area, 3) })
  return (
    <>
      <PlotFigure options={options} label={about()} />
      <ul class="legend">
        <li><i class="key train" />{t(messages.training)}</li>
        <Show when={props.curves.validation}><li><i class="key validation" />{t(messages.validation)}</li></Show>
      </ul>
      <p class="caption">{about()}</p>
    </>
  )
}
