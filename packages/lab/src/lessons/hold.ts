/** Whether a pointer is in use on a part of the page, so that nothing there should move. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** A pointer that has rested for so many milliseconds is not about to press anything. */
const REST = 1500

/** @param place the part of the page. */
export function createHold(place: Accessor<Element | undefined>): Accessor<boolean> {
  const [isHeld, setHeld] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const use = ({ target }: PointerEvent): void => {
    clearTimeout(timer)
    setHeld(target instanceof Node && place()?.contains(target) === true)
    timer = setTimeout(() => setHeld(false), REST)
  }
  const leave = (): void => {
    clearTimeout(timer)
    setHeld(false)
  }
  onMount(() => {
    const controller = new AbortController()
    const options = { passive: true, signal: controller.signal }
    for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const) document.addEventListener(type, use, options)
    document.documentElement.addEventListener('pointerleave', leave, options)
    onCleanup(() => {
      clearTimeout(timer)
      controller.abort()
    })
  })
  return isHeld
}
