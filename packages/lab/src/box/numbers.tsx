/** The numbers of a value as a table, a part at a time; one of them may be chosen. */
import { For, Show } from 'solid-js'
import { t } from '../language.ts'
import { COLUMNS_SHOWN, type NumbersView, ROWS_SHOWN } from '../worker/answers/value.ts'
import { boxMessages } from './messages.ts'

export interface NumbersProps {
  readonly name: string
  readonly view: NumbersView
  /** The position, in row-major order, of the number that was chosen. */
  readonly chosen: number | undefined
  readonly onChoose: (position: number) => void
  readonly onMove: (fromRow: number, fromColumn: number) => void
}

export function Numbers(props: NumbersProps) {
  const position = (row: number, column: number): number => (props.view.fromRow + row) * props.view.columns + props.view.fromColumn + column
  const lastRow = () => props.view.fromRow + props.view.numbers.length
  const lastColumn = () => props.view.fromColumn + (props.view.numbers[0]?.length ?? 0)
  return (
    <div class="numbers">
      <div class="scroll" tabindex="0" role="region" aria-label={t(boxMessages.numbers, { name: props.name })}>
        <table>
          <Show when={props.view.columns > 1}>
            <thead>
              <tr>
                <td />
                <For each={props.view.numbers[0] ?? []}>{(_, column) => <th scope="col">{props.view.fromColumn + column()}</th>}</For>
              </tr>
            </thead>
          </Show>
          <tbody>
            <For each={props.view.numbers}>
              {(line, row) => (
                <tr>
                  <th scope="row">{props.view.fromRow + row()}</th>
                  <For each={line}>
                    {(text, column) => (
                      <td>
                        <button type="button" aria-pressed={props.chosen === position(row(), column())} onClick={() => props.onChoose(position(row(), column()))}>{text}</button>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={props.view.rows > ROWS_SHOWN || props.view.columns > COLUMNS_SHOWN}>
        <div class="row">
          <Show when={props.view.rows > ROWS_SHOWN}>
            <button type="button" class="quiet" aria-label={t(boxMessages.up)} disabled={props.view.fromRow === 0} onClick={() => props.onMove(Math.max(0, props.view.fromRow - ROWS_SHOWN), props.view.fromColumn)}>↑</button>
            <button type="button" class="quiet" aria-label={t(boxMessages.down)} disabled={lastRow() >= props.view.rows} onClick={() => props.onMove(props.view.fromRow + ROWS_SHOWN, props.view.fromColumn)}>↓</button>
            <small>{t(boxMessages.part, { from: props.view.fromRow, to: lastRow() - 1, all: props.view.rows })}</small>
          </Show>
          <Show when={props.view.columns > COLUMNS_SHOWN}>
            <button type="button" class="quiet" aria-label={t(boxMessages.left)} disabled={props.view.fromColumn === 0} onClick={() => props.onMove(props.view.fromRow, Math.max(0, props.view.fromColumn - COLUMNS_SHOWN))}>←</button>
            <button type="button" class="quiet" aria-label={t(boxMessages.right)} disabled={lastColumn() >= props.view.columns} onClick={() => props.onMove(props.view.fromRow, props.view.fromColumn + COLUMNS_SHOWN)}>→</button>
          </Show>
        </div>
      </Show>
    </div>
  )
}
