/** The first rows of the table as they are, with their gaps, and which are learned from and which are held out. */
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { shortened } from './distribution.tsx'
import { tableMessages } from './messages.ts'
import { PartMark, partOf } from './part.tsx'

/** A wide table is cut here, so that the page stays quick; long texts are cut too. */
const COLUMNS = 40
const CHARACTERS = 60

export function Rows() {
  const { table, plan } = useSession()
  const columns = () => table()!.columns.slice(0, COLUMNS)
  const target = () => plan()?.pipeline.target.column
  const isNumber = (j: number) => columns()[j].kind === 'numbers'
  return (
    <>
      <p class="soft">
        {t(tableMessages.firstRows, { shown: table()!.head.length, all: table()!.rows })}{' '}
        <Show when={columns().length < table()!.width}>{t(tableMessages.firstColumns, { shown: columns().length, all: table()!.width })}</Show>
      </p>
      <div class="scroll" role="region" tabindex="0" aria-label={t(tableMessages.rows)}>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col" class="number">{t(tableMessages.row)}</th>
              <th scope="col">{t(tableMessages.part)}</th>
              <For each={columns()}>
                {({ name }, j) => <th scope="col" classList={{ number: isNumber(j()), target: target() === name }}>{shortened(name, CHARACTERS)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={table()!.head}>
              {(row, i) => (
                <tr data-part={partOf(plan()?.rows[i()])}>
                  <th scope="row" class="number">{i() + 1}</th>
                  <td><PartMark part={partOf(plan()?.rows[i()])} /></td>
                  <For each={row.slice(0, COLUMNS)}>
                    {(text, j) => (
                      <td classList={{ number: isNumber(j()), target: target() === columns()[j()].name }} title={text.length > CHARACTERS ? text : undefined}>
                        {text === '' ? <span class="gap">{t(tableMessages.gap)}</span> : shortened(text, CHARACTERS)}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  )
}
