/** A place for a picture that tells how much room there is. */
import { type JSX, Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { mostHeight, zoom } from '../../shell/page-size.ts'

/** In units of the picture. */
export interface Room {
  readonly width: number
  /** So high a picture is at most, that it can be seen as a whole. */
  readonly height: number
}

export function Sized(props: { readonly children: (room: () => Room) => JSX.Element }) {
  const [width, setWidth] = createSignal(0)
  const room = createMemo((): Room | undefined => (width() > 0 ? { width: width() / zoom(), height: mostHeight() } : undefined))
  let place: HTMLDivElement | undefined
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => contentRect.width > 0 && setWidth(contentRect.width))
    observer.observe(place!)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div class="surface-room" ref={(element) => (place = element)}>
      <Show when={room()}>{(known) => props.children(known)}</Show>
    </div>
  )
}
