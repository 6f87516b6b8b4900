/** How large the window and its type are: pictures are drawn in units that grow with the type, so that a projector shows them larger. */
import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { isPresenting } from './presentation.ts'

/** Pixels of ordinary type, to one of which a unit of a picture is as large. */
const ORDINARY = 16
/** Of the window, a picture is at most so high, so that it can be seen as a whole also where it is wide. */
const SHARE = 0.58
const LEAST_HEIGHT = 240
/** What stands above and below a picture that is presented, in units. */
const AROUND = 13.1 * ORDINARY

const [size, setSize] = createSignal({ zoom: 1, height: 900 }, { equals: (a, b) => a.zoom === b.zoom && a.height === b.height })

/** Pixels of the page to a unit of a picture. */
export const zoom = (): number => size().zoom

/** How high a picture may be, in its units. */
export function mostHeight(): number {
  const { zoom: pixels, height } = size()
  return Math.max(LEAST_HEIGHT, isPresenting() ? height / pixels - AROUND : (height * SHARE) / pixels)
}

/** Keeps the size; behind whatever changes the type. */
export function createPageSize(): void {
  const measure = (): void => void setSize({ zoom: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / ORDINARY, height: innerHeight })
  createEffect(() => {
    isPresenting()
    measure()
  })
  onMount(() => addEventListener('resize', measure))
  onCleanup(() => removeEventListener('resize', measure))
}

/** Where a pointer is on something that is drawn in units. */
export function pointerOn(element: Element, { clientX, clientY }: MouseEvent): readonly [x: number, y: number] {
  const { left, top } = element.getBoundingClientRect()
  return [(clientX - left) / zoom(), (clientY - top) / zoom()]
}
