/** The images in the list, a page of them small, and the way from one to the next. */
import { For, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import { Icon } from '../../shell/icon.tsx'
import type { ImagesView } from '../../worker/views/images.ts'
import { Image } from './image.tsx'
import { imagesMessages } from './messages.ts'
import { type Classes, describe, saidText } from './words.ts'

export interface BrowserProps {
  readonly view: ImagesView
  readonly chosen: NonNullable<ImagesView['chosen']>
  readonly classes: Classes
  readonly onChoose: (row: number) => void
}

export function Browser(props: BrowserProps) {
  const places = createMemo(() => Array.from(props.view.shown.keys()))
  const Step = (own: { readonly to: number | undefined; readonly name: string; readonly icon: 'back' | 'forward' }) => (
    <button type="button" disabled={own.to === undefined} onClick={() => props.onChoose(own.to!)} aria-label={own.name} title={own.name}><Icon name={own.icon} /></button>
  )
  return (
    <>
      <ul class="image-list" aria-label={t(imagesMessages.images)}>
        <For each={places()}>
          {(i) => (
            <Show when={props.view.shown[i]}>
              {(image) => (
                <li>
                  <button
                    type="button" aria-pressed={image().row === props.chosen.image.row} classList={{ mistake: image().isMistake }} onClick={() => props.onChoose(image().row)}
                    aria-label={describe(image(), props.classes)}
                  >
                    <Image size={props.view.size} pixels={image().pixels} />
                    <span>{saidText(image().predicted, props.classes)}{image().isMistake ? ' ✗' : ''}</span>
                  </button>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <div class="steps">
        <Step to={props.chosen.previous} name={t(imagesMessages.previous)} icon="back" />
        <span>{t(imagesMessages.position, { at: props.chosen.position + 1, of: props.view.listed })}</span>
        <Step to={props.chosen.next} name={t(imagesMessages.next)} icon="forward" />
      </div>
    </>
  )
}
