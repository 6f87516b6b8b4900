/** A table that may be very long: its first rows, more of them behind a click, and how many are left out. */
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { page } from '../messages/page.ts'

/**
 * @param rows all that could be shown, the most important first.
 * @param table makes a table of some of the rows; `first` for those that are seen at once.
 * @param shown how many rows are seen at once.
 * @param most how many rows are in the page at all.
 */
export function longTable<Row>(
  rows: readonly Row[],
  table: (rows: readonly Row[], first: boolean) => Html,
  { shown, most }: { readonly shown: number; readonly most: number },
): Html {
  const more = rows.slice(shown, most)
  const leftOut = Math.max(0, rows.length - Math.max(shown, most))
  return html`
${table(rows.slice(0, shown), true)}
${more.length > 0 ? html`<details><summary>${tell(page.moreRows, { count: more.length })}</summary>
${table(more, false)}</details>` : undefined}
${leftOut > 0 ? html`<p class="note">${tell(page.notShown, { count: leftOut })}</p>` : undefined}`
}
