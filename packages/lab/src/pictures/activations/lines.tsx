/** Units along one input. */
import type { Pipeline } from 'kudari'
import { t } from '../../language.ts'
import type { UnitsLayer } from '../../worker/inside/units.ts'
import type { ActivationsView, LineUnit } from '../../worker/views/activations.ts'
import { Painting } from '../canvas/painting.tsx'
import { sentences } from '../canvas/sentences.ts'
import { activationsMessages } from './messages.ts'
import { paintLine } from './paint.ts'
import { UnitLayers } from './unit-layers.tsx'
import { extent, short } from './words.ts'

export interface LinesProps {
  readonly view: Extract<ActivationsView, { readonly kind: 'line' }>
  readonly target: Pipeline['target']
  readonly outputs: readonly string[]
}

export function Lines(props: LinesProps) {
  /** The rows are seen where a number is predicted. */
  const points = (isOutput: boolean) => (isOutput && props.target.task === 'regression' ? props.view.points : undefined)

  /** From where to where curves reach: those of all units of a layer alike, the output as far as its points. */
  function reach({ units }: UnitsLayer<LineUnit>, isOutput: boolean): { readonly low: number; readonly high: number } {
    const values = [...units.flatMap(({ min, max }) => [min, max]), ...(points(isOutput)?.truth ?? [])]
    return { low: values.reduce((a, b) => Math.min(a, b)), high: values.reduce((a, b) => Math.max(a, b)) }
  }
  function about(layer: UnitsLayer<LineUnit>, isOutput: boolean): string {
    const { low, high } = reach(layer, isOutput)
    return low > high ? '' : t(activationsMessages.height, { low: short(low), high: short(high) })
  }

  return (
    <>
      <p class="soft">{sentences(t(activationsMessages.line), t(activationsMessages.axis, { across: extent(props.view.spans[0]) }))}</p>
      <UnitLayers layers={props.view.layers} outputs={props.outputs} about={about}>
        {({ layer, unit, isOutput, label }) => (
          <Painting of={() => ({ unit: layer().units[unit], points: points(isOutput), ...reach(layer(), isOutput) })} height={(width) => 0.7 * width} paint={paintLine} label={label()} />
        )}
      </UnitLayers>
    </>
  )
}
