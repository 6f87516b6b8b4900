/** The image that is looked at: large, with the truth, the prediction and the probability of each class. */
import type { ImageSize } from 'kudari'
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import type { ImageView } from '../../worker/views/images.ts'
import { Image } from './image.tsx'
import { imagesMessages } from './messages.ts'
import { type Classes, describe, saidText } from './words.ts'

export interface ChosenProps {
  readonly image: ImageView
  readonly size: ImageSize
  readonly classes: Classes
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

export const Chosen = (props: ChosenProps) => (
  <div class="chosen">
    <Image size={props.size} pixels={props.image.pixels} label={describe(props.image, props.classes)} />
    <div class="said">
      <dl>
        <div><dt>{t(imagesMessages.truth)}</dt><dd>{saidText(props.image.truth, props.classes)}</dd></div>
        <div classList={{ mistake: props.image.isMistake }}>
          <dt>{t(imagesMessages.prediction)}</dt>
          <dd>
            {saidText(props.image.predicted, props.classes)}{' '}
            <Show when={props.classes}><small>{props.image.isMistake ? `✗ ${t(imagesMessages.wrong)}` : `✓ ${t(imagesMessages.right)}`}</small></Show>
          </dd>
        </div>
      </dl>
      <Show when={props.image.tableRow !== undefined}><small>{t(imagesMessages.row, { row: props.image.tableRow! + 1 })}</small></Show>
    </div>
    <Show when={props.classes}>
      {(classes) => (
        <table class="probabilities">
          <caption class="visually-hidden">{t(imagesMessages.probabilities)}</caption>
          <thead class="visually-hidden"><tr><th scope="col">{t(imagesMessages.class)}</th><th scope="col">{t(imagesMessages.probability)}</th></tr></thead>
          <tbody>
            <For each={classes()}>
              {(label, k) => (
                <tr classList={{ truth: k() === props.image.truth, predicted: k() === props.image.predicted }}>
                  <th scope="row">{String(label)}<Show when={k() === props.image.truth}><span class="mark" title={t(imagesMessages.truth)}>●</span></Show></th>
                  <td><span style={{ '--size': percent(props.image.probabilities[k()] ?? 0) }} /><b>{percent(props.image.probabilities[k()] ?? 0)}</b></td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      )}
    </Show>
  </div>
)
