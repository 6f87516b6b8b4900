/** The weights of a model with one output, one bar for each input, beside their gradients. */
import { For, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import { largestSize, roundLimit } from '../../worker/inside/spread.ts'
import { largestPlaces } from './largest.ts'
import { layersMessages } from './messages.ts'
import { short } from './words.ts'

export interface WeightBarsProps {
  readonly weights: Float32Array
  readonly gradient: Float32Array
  readonly names: readonly string[]
  /** Whether the order may change, if there are too many for all to be shown. */
  readonly isPlaying: boolean
}

/** So many bars are shown: of more weights, the largest. */
const MOST = 40

/** A bar from 0, in the middle, to a number. */
function Bar(props: { readonly value: number; readonly limit: number }) {
  const share = (): number => (props.limit > 0 && Number.isFinite(props.value) ? Math.min(1, Math.abs(props.value) / props.limit) / 2 : 0)
  return (
    <>
      <td class="bar" classList={{ negative: props.value < 0 }}><span style={{ '--from': `${100 * (props.value < 0 ? 0.5 - share() : 0.5)}%`, '--size': `${100 * share()}%` }} /></td>
      <td class="value">{short(props.value)}</td>
    </>
  )
}

export function WeightBars(props: WeightBarsProps) {
  const limits = createMemo(() => ({ weights: roundLimit(largestSize(props.weights)), gradient: roundLimit(largestSize(props.gradient)) }))
  /** Whether places are those of this many weights. */
  const isStill = (places: readonly number[]): boolean => places.length === Math.min(MOST, props.weights.length) && places.at(-1)! < props.weights.length
  const places = createMemo<readonly number[]>((before) => (props.isPlaying && isStill(before) ? before : largestPlaces(props.weights, MOST)), [], {
    equals: (a, b) => a.join() === b.join(),
  })
  return (
    <div class="scroll">
      <table class="bars">
        <Show when={props.weights.length > MOST}><caption>{t(layersMessages.largest, { shown: MOST, all: props.weights.length })}</caption></Show>
        <thead>
          <tr>
            <th scope="col">{t(layersMessages.input)}</th>
            <th scope="colgroup" colspan="2">{t(layersMessages.weight)}</th>
            <th scope="colgroup" colspan="2">{t(layersMessages.gradientShort)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={places()}>
            {(at) => (
              <tr>
                <th scope="row" title={props.names[at]}>{props.names[at]}</th>
                <Bar value={props.weights[at]} limit={limits().weights} />
                <Bar value={props.gradient[at]} limit={limits().gradient} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
