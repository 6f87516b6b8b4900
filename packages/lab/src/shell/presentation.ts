/** Presentation mode: large type, and one picture at a time. */
import { createSignal } from 'solid-js'

export const [isPresenting, setPresenting] = createSignal(false)
