/** Layers one after the other, each with a small picture for every unit, the output at the end. */
import type { Accessor, JSX } from 'solid-js'
import { For, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import type { UnitRange, UnitsLayer } from '../../worker/inside/units.ts'
import { sentences } from '../canvas/sentences.ts'
import { activationsMessages } from './messages.ts'
import { inWords, sameText } from './words.ts'

/** A unit that wants a picture. */
export interface UnitPlace<Layer> {
  readonly layer: Accessor<Layer>
  readonly unit: number
  readonly isOutput: boolean
  /** What it gives, in a sentence. */
  readonly label: Accessor<string>
}

export interface UnitLayersProps<Layer extends UnitsLayer<UnitRange>> {
  readonly layers: readonly Layer[]
  readonly outputs: readonly string[]
  /** How the pictures of a layer are to be read. */
  readonly about: (layer: Layer, isOutput: boolean) => string
  readonly children: (place: UnitPlace<Layer>) => JSX.Element
}

export function UnitLayers<Layer extends UnitsLayer<UnitRange>>(props: UnitLayersProps<Layer>) {
  /** What there is to see: as long as it stays, pictures stay too, and only what is on them changes. */
  const sizes = createMemo(() => props.layers.map(({ units }) => units.length), [], { equals: (a, b) => a.join() === b.join() })
  const places = createMemo(() => sizes().map((units, i) => ({ units: Array.from({ length: units }, (_, unit) => unit), i, isOutput: i === sizes().length - 1 })))
  return (
    <For each={places()}>
      {({ units, i, isOutput }) => {
        const layer = () => props.layers[i]
        return (
          <Show when={layer()}>
            <section class="units-layer" classList={{ output: isOutput, few: units.length === 1 }}>
              <h3>{isOutput ? t(activationsMessages.output) : t(activationsMessages.hidden, { number: i + 1, name: layer().name, type: layer().type, count: layer().count })}</h3>
              <ul class="units">
                <For each={units}>
                  {(unit) => {
                    const range = () => layer().units[unit]
                    const name = () => (isOutput ? (props.outputs[unit] ?? '') : t(activationsMessages.unitName, { number: unit + 1 }))
                    const label = () => inWords(range(), name())
                    return (
                      <li title={label()}>
                        {props.children({ layer, unit, isOutput, label })}
                        <small>
                          {isOutput ? name() : unit + 1}{' '}
                          <b>{sameText(range(), layer().type)}</b>
                        </small>
                      </li>
                    )
                  }}
                </For>
              </ul>
              <p class="soft">{sentences(layer().count > units.length ? t(activationsMessages.more, { count: layer().count - units.length }) : '', props.about(layer(), isOutput))}</p>
            </section>
          </Show>
        )
      }}
    </For>
  )
}
