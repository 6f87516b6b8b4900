/** The light that walks through the loop while single steps are watched. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Session } from '../session/session.ts'

export const parts = ['data', 'model', 'prediction', 'loss', 'descent'] as const
export type Part = (typeof parts)[number]

/** Up to so many steps a second the eye can follow the parts of each. */
const FOLLOWED = 4
/** Milliseconds of a walk through the loop, if the next step leaves it time. */
const WALK = 1200

/** Whether a run is shown faster than a light can walk. */
export const isFast = ({ frame, speed }: Pick<Session, 'frame' | 'speed'>): boolean => {
  const steps = speed()
  return (frame()?.isPlaying ?? false) && (steps === 'full' || steps > FOLLOWED)
}

const isStill = matchMedia('(prefers-reduced-motion: reduce)')

/** The part that is lit by a step that was just made; undefined at rest. */
export function createWalk(session: Pick<Session, 'frame' | 'speed'>): Accessor<Part | undefined> {
  const { frame, speed } = session
  const [place, setPlace] = createSignal<number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function walk(duration: number): void {
    clearTimeout(timer)
    const each = duration / (parts.length + 1)
    const go = (to: number): void => {
      setPlace(to <= parts.length ? to : undefined)
      if (to <= parts.length) timer = setTimeout(() => go(to + 1), each)
    }
    go(0)
  }

  const made = () => frame()?.iteration
  createEffect(on(made, (now, before) => {
    if (now === undefined || before === undefined || now !== before + 1 || isFast(session) || isStill.matches) return
    const steps = speed()
    const isPlaying = frame()?.isPlaying ?? false
    walk(isPlaying && steps !== 'full' ? Math.min(WALK, 900 / steps) : WALK)
  }))
  onCleanup(() => clearTimeout(timer))
  // Behind the last part the light is back at the model, which has its new parameters.
  return () => {
    const at = place()
    return at === undefined ? undefined : (parts.at(at) ?? 'model')
  }
}
