/** How large weights and gradients are, layer by layer: where gradients vanish on their way back, it is seen here. */
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import type { LayersView } from '../../worker/views/layers.ts'
import { layersMessages } from './messages.ts'
import { logarithmicShare, short, vanishingFactor } from './words.ts'

export interface SizesProps {
  /** Names of the tensors of weights, from the first layer to the last. */
  readonly names: readonly string[]
  readonly view: LayersView
}

function Size(props: { readonly value: number; readonly largest: number }) {
  return (
    <td class="size">
      <span style={{ '--size': `${100 * logarithmicShare(props.value, props.largest)}%` }} />
      <b>{short(props.value)}</b>
    </td>
  )
}

export function Sizes(props: SizesProps) {
  const sizes = (of: 'weights' | 'gradient'): number[] => props.names.map((name) => props.view.tensors[name]?.[of].spread.meanSize ?? 0)
  const largest = (of: 'weights' | 'gradient'): number => Math.max(...sizes(of).filter(Number.isFinite), 0)
  const vanishing = () => vanishingFactor(sizes('gradient'))
  return (
    <>
      <div class="scroll">
        <table class="sizes">
          <caption>{t(layersMessages.sizes)}</caption>
          <thead>
            <tr>
              <For each={[layersMessages.tensor, layersMessages.shape, layersMessages.weight, layersMessages.gradientShort]}>{(name) => <th scope="col">{t(name)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.names}>
              {(name, i) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{props.view.tensors[name]?.rows} × {props.view.tensors[name]?.columns}</td>
                  <Size value={sizes('weights')[i()]} largest={largest('weights')} />
                  <Size value={sizes('gradient')[i()]} largest={largest('gradient')} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <small>{t(layersMessages.logarithmic)}</small>
      <Show when={vanishing()}>{(factor) => <p class="hint">{t(layersMessages.vanishing, { factor: `${Number(factor().toPrecision(2))}` })}</p>}</Show>
    </>
  )
}
