/** Whether something is on the screen, or nearly: what is not need not be painted. */
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'

/** So far around the screen counts as on it, so that what is scrolled to is there already. */
const AROUND = '200px'

/** @param element what is looked for; undefined as long as it is not there. */
export function createVisible(element: Accessor<Element | undefined>): Accessor<boolean> {
  const [isVisible, setVisible] = createSignal(false)
  createEffect(() => {
    const own = element()
    if (!own) return
    const observer = new IntersectionObserver((entries) => setVisible(entries.at(-1)!.isIntersecting), { rootMargin: AROUND })
    observer.observe(own)
    onCleanup(() => observer.disconnect())
  })
  return isVisible
}
