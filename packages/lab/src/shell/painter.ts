/** When pictures are painted: as many as fit into a part of a screen's frame, the others in the next, so that the page stays quick. */
import { createEffect, onCleanup } from 'solid-js'

/** Milliseconds of painting before the browser gets its turn: a quarter of a frame at 60 a second, since it takes longer itself to lay out and show what was painted. */
const BUDGET = 4

const queue = new Map<object, () => void>()
let waiting: (() => void)[] = []
let isAsked = false

function paintSome(): void {
  isAsked = false
  const until = performance.now() + BUDGET
  for (const [key, paint] of queue) {
    queue.delete(key)
    paint()
    if (performance.now() > until) break
  }
  if (queue.size > 0) return ask()
  const done = waiting
  waiting = []
  for (const each of done) each()
}

function ask(): void {
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(paintSome)
}

/**
 * Paints whenever what is to be seen changes; of several changes before there is time, the last one.
 *
 * @param of what is to be seen; it is tracked.
 */
export function createPaint<Value>(of: () => Value, paint: (value: Value) => void): void {
  const key = {}
  createEffect(() => {
    const value = of()
    queue.set(key, () => paint(value))
    ask()
  })
  onCleanup(() => queue.delete(key))
}

/** Calls back once everything is painted. */
export function whenPainted(then: () => void): void {
  waiting.push(then)
  ask()
}
