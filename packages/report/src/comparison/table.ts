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

/** What describes a run, in small print below its name. */
function asides(columns: readonly ComparisonColumn[], run: number): Html {
  const told = columns.flatMap(({ name, format, cells }) => {
    const value = cells[run]
    if (value === null) return []
    return typeof value === 'object' ? [textCell(value)] : [html`${numberText(format, value)} ${both(name)}`]
  })
  // A line never begins with a dot, nor ends within a short fact.
  return html`<small>${told.map((fact, i) => html`
<span${i > 0 ? html` class="fact"` : undefined}>${fact}${i < told.length - 1 ? '\u00a0·' : undefined}</span>`)}</small>`
}

/** The whole table. */
export function comparisonTable({ runs, columns }: ComparisonSummary): Html {
  const beside = columns.filter(({ isAside }) => !isAside)
  const below = columns.filter(({ isAside }) => isAside)
  return html`
<div class="scroll" tabindex="0"><table class="comparison">
<thead>
<tr><td></td>${groupsOf(beside).map(({ part, count }) => partHead(part, count))}</tr>
<tr><th>${tell(comparison.run, undefined)}</th>${beside.map(columnHead)}</tr>
</thead>
<tbody>${runs.map(({ mark, name, hasDiverged }, run) => html`
<tr${hasDiverged ? html` class="diverged"` : undefined}><th>${runMark(mark, run)}${nameTag(name)}${asides(below, run)}</th>
${beside.map((column) => cellHtml(column, run))}</tr>`)}
</tbody></table></div>`
}
