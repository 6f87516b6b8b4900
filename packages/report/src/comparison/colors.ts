/** How runs are told apart: by a letter, by a colour, and where there are more runs than colours, by dashes. */
import { type Html, html } from '../html/html.ts'

/** Colours of the palette (see `style/colors.ts`). */
const COLORS = 8
/** Solid, then dashed more and more finely, in the units of the plot. */
const dashes = [undefined, '8,4', '2,3', '10,3,2,3'] as const

export const runColor = (run: number): string => `var(--class-${run % COLORS})`
export const runDash = (run: number): string | undefined => dashes[Math.floor(run / COLORS) % dashes.length]

/** The letter of a run on its colour. */
export const runMark = (mark: string, run: number): Html => html`<b class="run-mark" style="background:${runColor(run)}">${mark}</b>`
