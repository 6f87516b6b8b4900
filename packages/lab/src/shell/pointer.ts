/** What the reader points at: the name of a value, in whatever formula, code or picture it stands. */
import { createSignal } from 'solid-js'

/** `yp`, `yd`, `w`, `L`, ... */
export const [pointed, point] = createSignal<string>()
