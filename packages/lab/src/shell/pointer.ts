/** What the reader points at: the name of a value, in whatever formula, code or picture it stands. */
import { createEffect, createSignal, onCleanup } from 'solid-js'

/** `yp`, `yd`, `w`, `L`, ... */
export const [pointed, point] = createSignal<string>()

const TERM = /(?:^| )term-(\w+)/

/**
 * Parts of pictures that stand for a value have the class `term-NAME`: they are lit where that value is pointed at, and pointing
 * at them lights it elsewhere.
 */
export function createPointing(): void {
  const onPointer = ({ target }: Event): void => {
    const part = target instanceof Element ? target.closest('[class*="term-"]') : null
    if (part) point(TERM.exec(part.getAttribute('class')!)![1])
    else if (target instanceof Element && target.closest('.pictures')) point(undefined)
  }
  document.addEventListener('pointerover', onPointer)
  onCleanup(() => document.removeEventListener('pointerover', onPointer))
  createEffect(() => {
    // The stylesheet knows the values that pictures show: plots are drawn anew all the time.
    const name = pointed()
    if (name === undefined) delete document.documentElement.dataset.pointed
    else document.documentElement.dataset.pointed = name
  })
}
