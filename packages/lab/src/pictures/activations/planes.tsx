/** Units over the plane of two inputs. */
import type { Pipeline } from 'kudari'
import { CLASS_COLORS } from '@kudari/report'
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import type { UnitsLayer } from '../../worker/inside/units.ts'
import type { ActivationsView, PlaneUnit } from '../../worker/views/activations.ts'
import { Painting } from '../canvas/painting.tsx'
import type { RampName } from '../canvas/palette.ts'
import { sentences } from '../canvas/sentences.ts'
import { activationsMessages } from './messages.ts'
import { type PointColour, paintPlane } from './paint.ts'
import { UnitLayers } from './unit-layers.tsx'
import { extent, short } from './words.ts'

export interface PlanesProps {
  readonly view: Extract<ActivationsView, { readonly kind: 'plane' }>
  readonly target: Pipeline['target']
  readonly outputs: readonly string[]
}

/** Rows are coloured by their class, or by the number that is to be predicted, as the output is. */
function pointColour(target: Pipeline['target'], { centre, limit }: UnitsLayer<unknown>): PointColour {
  if (target.task === 'classification') return (palette, truth) => palette.classOf(truth)
  return (palette, truth) => {
    const ramp = palette.ramp('diverging')
    const at = 3 * (127 + Math.max(-127, Math.min(127, Math.round((127 * (truth - centre)) / (limit || 1)))))
    return `rgb(${ramp[at]} ${ramp[at + 1]} ${ramp[at + 2]})`
  }
}

export function Planes(props: PlanesProps) {
  const isClassifier = () => props.target.task === 'classification'
  const classes = () => (props.target.task === 'classification' ? props.target.classes : [])

  function rampOf(count: number, isOutput: boolean, unit: number): RampName {
    if (!isOutput || !isClassifier()) return 'diverging'
    return count > 1 ? `class-${unit}` : 'classes'
  }
  function about({ centre, limit, count }: UnitsLayer<PlaneUnit>, isOutput: boolean): string {
    const scale = limit === 0 ? '' : t(activationsMessages.scale, { low: short(centre - limit), middle: short(centre), high: short(centre + limit) })
    if (!isOutput) return sentences(scale, t(activationsMessages.border))
    if (!isClassifier()) return scale
    return count > 1 ? t(activationsMessages.decision) : sentences(scale, t(activationsMessages.decision))
  }

  return (
    <>
      <p class="soft">{sentences(t(activationsMessages.plane), t(activationsMessages.axes, { across: extent(props.view.spans[0]), up: extent(props.view.spans[1]) }))}</p>
      <Show when={isClassifier()}>
        <ul class="legend">
          <For each={classes()}>{(label, k) => <li><i class={`key dot class-${k() % CLASS_COLORS}`} />{String(label)}</li>}</For>
        </ul>
      </Show>
      <UnitLayers layers={props.view.layers} outputs={props.outputs} about={about}>
        {({ layer, unit, isOutput, label }) => (
          <Painting
            of={() => ({
              unit: layer().units[unit], side: props.view.side, points: props.view.points,
              ramp: rampOf(layer().count, isOutput, unit), colour: pointColour(props.target, props.view.layers.at(-1)!),
            })}
            height={(width) => width} paint={paintPlane} label={label()}
          />
        )}
      </UnitLayers>
    </>
  )
}
