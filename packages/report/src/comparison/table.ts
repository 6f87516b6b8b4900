/** The table of a comparison: a row for each run, its letter and name, settings and measures. */
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { formatNumber, formatPercent } from '../html/number.ts'
import { comparison } from '../messages/comparison.ts'
import type { Bilingual } from '../summary.ts'
import { runMark } from './colors.ts'
import type { ColumnFormat, ComparisonColumn, ComparisonSummary } from './summary.ts'

const isText = (format: ColumnFormat): boolean => format === 'text' || format === 'setting'

/** A text in both languages, once where they are the same: names and values of the user, cut where they are long. */
const textCell = (text: Bilingual): Html => (text.en === text.ja ? nameTag(text.en) : both(text))

function numberText(format: ColumnFormat, value: number | null): string {
  if (format === 'share') return formatPercent(value)
  const digits = format === 'loss' ? 6 : format === 'seconds' ? 3 : format === 'count' ? 9 : 4
  return formatNumber(value, digits)
}

function cellHtml({ format, cells, best }: ComparisonColumn, run: number): Html {
  const value = cells[run]
  if (typeof value === 'object' && value !== null) return html`<td class="text">${textCell(value)}</td>`
  const text = numberText(format, value)
  return best.includes(run)
    ? html`<td class="best"><b>${text}</b><i title="${comparison.best.en()} / ${comparison.best.ja()}">★</i></td>`
    : html`<td${best.length > 0 ? html` class="worse"` : undefined}>${text}</td>`
}

/** Neighbouring columns of the same rows, as the upper line of the header has them. */
function groupsOf(columns: readonly ComparisonColumn[]): { readonly part: ComparisonColumn['part']; readonly count: number }[] {
  const groups: { part: ComparisonColumn['part']; count: number }[] = []
  for (const { part } of columns) {
    const last = groups.at(-1)
    if (last && last.part === part) last.count++
    else groups.push({ part, count: 1 })
  }
  return groups
}

const columnHead = ({ name, format }: ComparisonColumn): Html =>
  html`<th class="${isText(format) ? 'text' : 'number'}">${format === 'setting' ? html`<code>${name.en}</code>` : both(name)}</th>`

const partHead = (part: ComparisonColumn['part'], count: number): Content =>
  part === undefined ? html`<td colspan="${count}"></td>` : html`<th class="part" colspan="${count}">${tell(comparison[part].part, undefined)}</th>`

/** The whole table. */
export const comparisonTable = ({ runs, columns }: ComparisonSummary): Html => html`
<div class="scroll" tabindex="0"><table class="comparison">
<thead>
<tr><td></td>${groupsOf(columns).map(({ part, count }) => partHead(part, count))}</tr>
<tr><th>${tell(comparison.run, undefined)}</th>${columns.map(columnHead)}</tr>
</thead>
<tbody>${runs.map(({ mark, name }, run) => html`
<tr><th>${runMark(mark, run)}${nameTag(name)}</th>${columns.map((column) => cellHtml(column, run))}</tr>`)}
</tbody></table></div>`
