/** A place for a picture that tells how wide it is. */
import { type JSX, Show, createSignal, onCleanup, onMount } from 'solid-js'

export interface Room {
  readonly width: number
  /** So high a picture is at most, that it can be seen as a whole. */
  readonly height: number
}

export function Sized(props: { readonly children: (room: () => Room) => JSX.Element }) {
  const [room, setRoom] = createSignal<Room>()
  let place: HTMLDivElement | undefined
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => contentRect.width > 0 && setRoom({ width: contentRect.width, height: innerHeight * 0.62 }))
    observer.observe(place!)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div class="surface-room" ref={(element) => (place = element)}>
      <Show when={room()}>{(known) => props.children(known)}</Show>
    </div>
  )
}
