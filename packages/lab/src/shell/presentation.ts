/** Presentation mode: large type on the whole screen, and one scene at a time, through which a presenter's remote goes. */
import { createSignal, onCleanup, onMount } from 'solid-js'

const [isOn, setOn] = createSignal(false)
export const isPresenting = isOn

function turn(on: boolean): void {
  // The page has its size before anybody measures it.
  document.documentElement.toggleAttribute('data-presenting', on)
  setOn(on)
}

export function present(): void {
  turn(true)
  // Where the browser refuses, the window is the screen.
  void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

export function leave(): void {
  turn(false)
  if (document.fullscreenElement) void document.exitFullscreen()
}

/** These take the keys of a remote, or Escape, for themselves. */
const takesKeys = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input, textarea, select, dialog, [role="slider"], [role="grid"]') !== null

/** Keys, and the end of the full screen, which browsers leave by Escape. @param go so many scenes on, or back. */
export function createPresentation(go: (by: 1 | -1) => void): void {
  const onKey = (event: KeyboardEvent): void => {
    const action = { PageDown: () => go(1), PageUp: () => go(-1), Escape: leave }[event.key]
    if (!isOn() || !action || event.defaultPrevented || takesKeys(event.target)) return
    event.preventDefault()
    action()
  }
  const onScreen = (): void => {
    if (!document.fullscreenElement) leave()
  }
  onMount(() => {
    const listening = new AbortController()
    document.addEventListener('keydown', onKey, { signal: listening.signal })
    document.addEventListener('fullscreenchange', onScreen, { signal: listening.signal })
    onCleanup(() => listening.abort())
  })
}
