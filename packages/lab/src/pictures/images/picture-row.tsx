/** Pictures of one layer beside each other: filters, weights, or maps of features. */
import { formatNumber } from 'kudari'
import { For, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import type { Pictures } from '../../worker/inside/image-parts.ts'
import { Painting } from '../canvas/painting.tsx'
import { sentences } from '../canvas/sentences.ts'
import { imagesMessages } from './messages.ts'
import { paintPicture, pictureHeight } from './paint.ts'

export interface PictureRowProps {
  readonly title: string
  readonly pictures: Pictures
  /** What each picture is, in a sentence. */
  readonly about?: string | undefined
  /** What the pictures stand for, where that is no unit but has a name. */
  readonly names?: readonly string[] | undefined
}

export function PictureRow(props: PictureRowProps) {
  const units = createMemo(() => Array.from(props.pictures.pictures.keys()))
  const label = (unit: number): string => {
    const { name, lined } = props.pictures
    if (lined !== undefined) return t(imagesMessages.units, { name, count: lined })
    return props.names ? `${name}, ${props.names[unit]}` : t(imagesMessages.unit, { name, number: unit + 1 })
  }
  return (
    <section class="picture-row">
      <h4>{props.title}</h4>
      <Show when={props.about}>{(about) => <p class="soft">{about()}</p>}</Show>
      <ul classList={{ line: props.pictures.lined !== undefined, large: props.pictures.height >= 24 || props.pictures.parts > 4 }}>
        <For each={units()}>
          {(unit) => (
            <li>
              <Painting
                of={() => ({ of: props.pictures, steps: props.pictures.pictures[unit] })}
                height={(width, { of }) => pictureHeight(width, of)} paint={(pen, value) => value.steps && paintPicture(pen, value)} label={label(unit)}
              />
              <Show when={props.names}>{(names) => <small>{names()[unit]}</small>}</Show>
            </li>
          )}
        </For>
      </ul>
      <small>
        {sentences(
          t(imagesMessages.scale, { limit: formatNumber(props.pictures.limit, 3) }),
          props.pictures.count > units().length ? t(imagesMessages.more, { count: props.pictures.count - units().length }) : '',
        )}
      </small>
    </section>
  )
}
