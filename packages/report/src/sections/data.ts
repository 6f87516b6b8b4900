/** The data: where it came from, and what was done to each column. */
import { bilingual, plain } from '../bilingual.ts'
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag, quoted } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { columnTypes } from '../messages/names.ts'
import { page } from '../messages/page.ts'
import { preprocessing } from '../messages/preprocessing.ts'
import type { Bilingual, ColumnSummary, PreprocessingStep, RunSummary } from '../summary.ts'
import { gallery } from './images.ts'
import { longTable } from './long-table.ts'
import { stopSection } from './loop.ts'

const mostCategories = 8

function stepText(step: PreprocessingStep): Bilingual {
  switch (step.step) {
    case 'impute': {
      const value = typeof step.value === 'number' ? formatNumber(step.value) : quoted(step.value)
      return bilingual(preprocessing.impute, { method: step.method, value, missing: step.missing })
    }
    case 'indicator':
      return plain(preprocessing.indicator)
    case 'center':
      return bilingual(preprocessing.center, { mean: formatNumber(step.mean) })
    case 'standardize':
      return bilingual(preprocessing.standardize, { mean: formatNumber(step.mean), std: formatNumber(step.std) })
    case 'minmax':
      return bilingual(preprocessing.minmax, { min: formatNumber(step.min), max: formatNumber(step.max) })
    case 'pixels':
      return bilingual(preprocessing.pixels, { white: formatNumber(step.white) })
    case 'one-hot':
      return bilingual(preprocessing.oneHot, {
        categories: step.categories.slice(0, mostCategories).map(quoted).join(', '),
        more: Math.max(0, step.categories.length - mostCategories),
      })
    case 'drop':
      return {
        en: preprocessing.drop.en({ reason: step.reason.en }),
        ja: preprocessing.drop.ja({ reason: step.reason.ja }),
      }
  }
}

const roles = { input: page.inputRole, target: page.targetRole, dropped: page.droppedRole }

const columnRow = ({ name, role, type, steps }: ColumnSummary): Html => html`
<tr class="${role}"><th>${nameTag(name)}</th><td>${tell(roles[role], undefined)}</td><td>${tell(columnTypes[type], undefined)}</td>
<td>${steps.length === 0 ? tell(page.asItIs, undefined) : html`<ul>${steps.map((step) => html`<li>${both(stepText(step))}</li>`)}</ul>`}</td></tr>`

const columnTable = (columns: readonly ColumnSummary[]): Html => html`
<div class="scroll"><table class="columns">
<thead><tr><th>${tell(page.column, undefined)}</th><th></th><th>${tell(page.type, undefined)}</th>
<th>${tell(page.preparation, undefined)}</th></tr></thead>
<tbody>${columns.map(columnRow)}</tbody>
</table></div>`

const rowCounts = ({ rows }: RunSummary['data']) => rows.validation === undefined
  ? { train: formatNumber(rows.train) }
  : { train: formatNumber(rows.train), validation: formatNumber(rows.validation) }

export function dataSection(run: RunSummary): Html {
  const { data } = run
  const task = run.result.task === 'regression' ? page.regression : page.classification
  return stopSection('data', html`
<dl class="facts">
<div><dt>${tell(page.source, undefined)}</dt><dd>${data.source === '-' ? tell(page.standardInput, undefined) : nameTag(data.source)}</dd></div>
<div><dt>${tell(page.rows, undefined)}</dt><dd>${tell(page.rowsOf, rowCounts(data))}
${data.split === undefined ? undefined : html`<small>${both(data.split)}</small>`}</dd></div>
<div><dt>${tell(page.target, undefined)}</dt><dd>${nameTag(data.target)}</dd></div>
<div><dt>${tell(page.task, undefined)}</dt><dd>${tell(task, undefined)}
${data.taskReason === undefined ? undefined : html`<small>${both(data.taskReason)}</small>`}</dd></div>
</dl>
${data.images === undefined ? undefined : gallery(data.images)}
${longTable(data.columns, columnTable, { shown: 15, most: 120 })}`)
}
