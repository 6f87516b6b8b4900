/** The small picture of a column: bars of how often its values occur. */
import { formatNumber } from 'kudari'
import { For } from 'solid-js'
import { t } from '../../language.ts'
import { type ColumnView, valueText } from '../../worker/table-view.ts'
import { tableMessages } from './messages.ts'

const WIDTH = 96
const HEIGHT = 28
/** So many categories are named in a sentence. */
const NAMED = 3

export const shortened = (text: string, most: number): string => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text)

/** The column's values in a few words. */
export function distributionText(column: ColumnView): string {
  if (column.kind === 'texts') {
    if (column.distinct === 0) return t(tableMessages.nothing)
    const most = column.most.slice(0, NAMED).map(({ text, count }) => `${shortened(text, 18)} ${count}`).join(', ')
    return t(tableMessages.categories, { distinct: column.distinct, most: `${most}${column.distinct > NAMED ? ' …' : ''}` })
  }
  const { min, max, mean } = column
  if (Number.isNaN(min)) return t(tableMessages.nothing)
  if (column.type === 'date') return t(tableMessages.span, { min: valueText('date', min), max: valueText('date', max) })
  return t(tableMessages.range, { min: formatNumber(min, 5), max: formatNumber(max, 5), mean: formatNumber(mean, 4) })
}

export function Distribution(props: { readonly column: ColumnView }) {
  const bars = () => (props.column.kind === 'numbers' ? props.column.bars : props.column.most.map(({ count }) => count))
  const most = () => Math.max(1, ...bars())
  const step = () => WIDTH / Math.max(bars().length, 2)
  return (
    <svg
      class="distribution" classList={{ texts: props.column.kind === 'texts' }} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none"
      role="img" aria-label={distributionText(props.column)}
    >
      <For each={bars()}>
        {(count, i) => {
          // What occurs at all is seen.
          const height = () => (count === 0 ? 0 : Math.max(1.5, ((HEIGHT - 1) * count) / most()))
          return <rect x={i() * step() + 0.5} width={step() - 1} y={HEIGHT - height()} height={height()} />
        }}
      </For>
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}
