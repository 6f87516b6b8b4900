/** The keys of a run: as of a player of films, wherever nobody is typing. */
import { onCleanup } from 'solid-js'
import type { Session } from '../session/session.ts'

const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, button, a, summary, [contenteditable], [role="slider"], [role="grid"], [role="tab"], dialog') !== null

/** Play and pause by space, steps by arrows. */
export function createKeys({ frame, play, pause, step, seek }: Session): void {
  const onKey = (event: KeyboardEvent): void => {
    if (takesKeys(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      ' ': () => (frame()?.isPlaying ? pause() : play()),
      ArrowRight: () => step(event.shiftKey ? 10 : 1),
      ArrowLeft: () => step(event.shiftKey ? -10 : -1),
      Home: () => seek(0),
    }
    const action = actions[event.key]
    if (!action || !frame()) return
    event.preventDefault()
    action()
  }
  document.addEventListener('keydown', onKey)
  onCleanup(() => document.removeEventListener('keydown', onKey))
}
