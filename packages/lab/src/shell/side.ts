/** On narrow pages, where settings and pictures do not stand side by side: which of them is seen. */
import { createSignal } from 'solid-js'

export type Side = 'settings' | 'pictures'

export const [side, setSide] = createSignal<Side>('pictures')
