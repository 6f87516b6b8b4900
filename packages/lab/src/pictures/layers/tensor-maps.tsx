/** A tensor and its gradient as heat maps side by side: pointing at a cell of one reads both. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { type Blocks } from '../../worker/inside/blocks.ts'
import { largestSize, roundLimit } from '../../worker/inside/spread.ts'
import type { NumbersView, TensorView } from '../../worker/views/layers.ts'
import { HeatMap } from './heat-map.tsx'
import { layersMessages } from './messages.ts'
import type { CellNames } from './names.ts'
import { ScaleBar } from './scale-bar.tsx'
import { short, summaryOf } from './words.ts'

export interface TensorMapsProps {
  readonly name: string
  /** `W`, `b`, `gamma`, `beta`. */
  readonly role: string
  readonly view: TensorView
  readonly names: CellNames
}

/** So many numbers can be read as a table. */
const MOST_IN_TABLE = 80

/** What a cell's rows or columns are called: one by its name, several by the first and the last. */
function spanned(name: (i: number) => string, at: number, perCell: number, count: number): string {
  const [first, last] = [at * perCell, Math.min(count, (at + 1) * perCell) - 1]
  return first === last ? name(first) : `${name(first)} … ${name(last)}`
}

export function TensorMaps(props: TensorMapsProps) {
  const [cell, setCell] = createSignal<number>()
  const [isTable, setTable] = createSignal(false)
  const both = createMemo(() => {
    const { weights, gradient } = props.view
    return weights.blocks && gradient.blocks ? { weights: weights.blocks, gradient: gradient.blocks } : undefined
  })

  function readingOf({ weights, gradient }: { readonly weights: Blocks; readonly gradient: Blocks }, at: number): string {
    const { rows, columns } = props.view
    const values = { weight: short(weights.cells[at]), gradient: short(gradient.cells[at]) }
    const column = spanned(props.names.column, at % weights.width, weights.columnsPerCell, columns)
    if (rows === 1) return t(layersMessages.readingOfVector, { column, ...values })
    return t(layersMessages.reading, { row: spanned(props.names.row, Math.floor(at / weights.width), weights.rowsPerCell, rows), column, ...values })
  }
  const reading = (): string | undefined => {
    const [blocks, at] = [both(), cell()]
    return blocks && at !== undefined && at < blocks.weights.cells.length ? readingOf(blocks, at) : undefined
  }
  const blocksText = (): string | undefined => {
    const { rowsPerCell = 1, columnsPerCell = 1 } = both()?.weights ?? {}
    return rowsPerCell * columnsPerCell > 1 ? t(layersMessages.blocks, { rows: rowsPerCell, columns: columnsPerCell }) : undefined
  }

  const title = (): string => t(layersMessages[props.role === 'b' || props.role === 'gamma' || props.role === 'beta' ? props.role : 'W'], { name: props.name })

  const Half = (own: { readonly title: string; readonly numbers: NumbersView; readonly blocks: Blocks }) => {
    const limit = createMemo(() => roundLimit(largestSize(own.blocks.cells)))
    const summary = () => summaryOf(own.numbers.spread)
    return (
      <figure>
        <figcaption>{own.title}</figcaption>
        <HeatMap
          blocks={own.blocks} limit={limit()} rowName={props.names.shortRow} columnName={props.names.shortColumn} cell={cell()} onCell={setCell}
          label={t(layersMessages.cells, { what: own.title, rows: props.view.rows, columns: props.view.columns, summary: summary() })} reading={reading() ?? ''}
        />
        <ScaleBar spread={own.numbers.spread} limit={limit()} />
        <small>{summary()}</small>
      </figure>
    )
  }

  return (
    <Show when={both()}>
      {(blocks) => (
        <div class="tensor">
          <div class="pair">
            <Half title={title()} numbers={props.view.weights} blocks={blocks().weights} />
            <Half title={t(layersMessages.gradient, { name: props.name })} numbers={props.view.gradient} blocks={blocks().gradient} />
          </div>
          <p class="reading" >{reading()} <Show when={blocksText()}>{(text) => <span class="soft">{text()}</span>}</Show></p>
          <Show when={props.view.rows * props.view.columns <= MOST_IN_TABLE}>
            <details class="as-table" onToggle={({ currentTarget: { open } }) => setTable(open)}>
              <summary>{t(layersMessages.table)}</summary>
              <Show when={isTable()}><NumbersTable view={props.view} names={props.names} weights={blocks().weights} gradient={blocks().gradient} /></Show>
            </details>
          </Show>
        </div>
      )}
    </Show>
  )
}

/** Every number with its gradient below it. */
function NumbersTable(props: { readonly view: TensorView; readonly names: CellNames; readonly weights: Blocks; readonly gradient: Blocks }) {
  const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  const rows = createMemo(() => range(props.view.rows))
  const columns = createMemo(() => range(props.view.columns))
  const at = (i: number, j: number): number => i * props.view.columns + j
  return (
    <div class="scroll" tabindex="0" role="group" aria-label={t(layersMessages.table)}>
      <table>
        <thead>
          <tr><td>{t(layersMessages.weight)} / {t(layersMessages.gradientShort)}</td><For each={columns()}>{(j) => <th scope="col">{props.names.column(j)}</th>}</For></tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(i) => (
              <tr>
                <th scope="row">{props.view.rows > 1 ? props.names.row(i) : ''}</th>
                <For each={columns()}>{(j) => <td>{short(props.weights.cells[at(i, j)])}<small>{short(props.gradient.cells[at(i, j)])}</small></td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
