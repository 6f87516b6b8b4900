/** The present data at a glance: how many rows, what is predicted, from what, and what the columns look like. */
import { For, Show, createSignal } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import { dataMessages } from './messages.ts'
import { chooseTarget } from './table/choosing.ts'
import { Distribution } from './table/distribution.tsx'
import { tableMessages } from './table/messages.ts'
import { roleOf } from './table/roles.ts'
import { TableDialog, sizeText } from './table/table-dialog.tsx'

/** So many columns are shown at a glance. */
const SHOWN = 6

export function Summary() {
  const session = useSession()
  const { table, plan, fit, problem } = session
  const [isOpen, setOpen] = createSignal(false)
  const target = () => plan()?.pipeline.target.column ?? fit()?.target ?? ''
  const choose = async (control: HTMLSelectElement): Promise<void> => {
    await chooseTarget(session, control.value)
    control.value = target()
  }
  /** Pixels are nothing to predict. */
  const offered = () => (table()!.image ? table()!.columns.map(({ name }) => name) : table()!.names)
  // The target is always among the columns that are shown.
  const shown = () => {
    const columns = table()!.columns
    const first = columns.slice(0, SHOWN)
    const own = columns.find(({ name }) => name === target())
    return own && !first.includes(own) ? [...first.slice(0, SHOWN - 1), own] : first
  }
  const kindOf = (name: string) => (plan() ? roleOf(name, plan()!.pipeline).kind : undefined)
  const inputsText = () => {
    const { features, image } = plan()!.pipeline
    return image ? t(dataMessages.pixelInputs, { pixels: features.length }) : t(dataMessages.inputs, { used: features.length, of: table()!.width - 1 })
  }
  return (
    <Show when={table()}>
      {(own) => (
        <div class="summary">
          <p class="about">
            <b>{own().source}</b> <span>{sizeText(own())}</span>{' '}
            <span classList={{ gaps: own().missing > 0 }}>{t(dataMessages.missing, { missing: own().missing })}</span>
          </p>
          <div class="field">
            <label for="data-target">{t(dataMessages.target)}</label>
            <select id="data-target" onChange={({ currentTarget }) => void choose(currentTarget)}>
              <For each={offered()}>{(name) => <option value={name} selected={target() === name}>{name}</option>}</For>
            </select>
            <Show when={plan()} fallback={<Show when={problem()}>{(why) => <p class="hint">{inLanguage(why().text)}</p>}</Show>}>
              <small>{inputsText()}</small>
            </Show>
          </div>
          <Show when={!own().image}>
            <ul class="strip">
              <For each={shown()}>
                {(column) => (
                  <li data-role={kindOf(column.name)}>
                    <Distribution column={column} />
                    <span class="name" title={column.name}>{column.name}</span>
                    <Show when={kindOf(column.name)}>{(kind) => <span class="role">{t(tableMessages.roles[kind()])}</span>}</Show>
                  </li>
                )}
              </For>
            </ul>
            <Show when={own().width > shown().length}><small>{t(dataMessages.more, { columns: own().width - shown().length })}</small></Show>
          </Show>
          <button type="button" onClick={() => setOpen(true)}><Icon name="table" /> {t(own().image ? dataMessages.openImages : dataMessages.openTable)}</button>
          <TableDialog isOpen={isOpen()} onClose={() => setOpen(false)} />
        </div>
      )}
    </Show>
  )
}
