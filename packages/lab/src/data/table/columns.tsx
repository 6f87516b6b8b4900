/** The columns of the table: type, gaps, distribution, and what each is to the model, which is chosen here. */
import { droppedText } from 'kudari'
import { For, Show } from 'solid-js'
import { language, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { ColumnView } from '../../worker/table-view.ts'
import { chooseTarget, toggleInput, useAllInputs } from './choosing.ts'
import { Distribution, distributionText } from './distribution.tsx'
import { tableMessages } from './messages.ts'
import { type Role, roleOf } from './roles.ts'

const percent = (share: number): string => (share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(100 * share)} %`)

/** "`name` is left out: nearly every row ..." without the name, which stands at the head of the row. */
const reasonText = (role: Extract<Role, { kind: 'dropped' }>): string => {
  const text = droppedText[language()](role.dropped)
  return text.slice(text.indexOf(': ') + 2)
}

export function Columns() {
  const session = useSession()
  const { table, plan, fit } = session
  const target = () => plan()?.pipeline.target.column ?? fit()?.target
  const role = (name: string): Role | undefined => (plan() ? roleOf(name, plan()!.pipeline) : undefined)
  const inputs = () => plan()?.pipeline.features.length ?? 0
  const areImages = () => table()?.image !== undefined
  const isOnlyInput = (name: string) => inputs() === 1 && role(name)?.kind === 'input'

  /** A control shows what is, also after a choice that was refused. */
  const settle = async (chosen: Promise<boolean>, control: HTMLInputElement, is: () => boolean): Promise<void> => {
    await chosen
    control.checked = is()
  }

  const Row = (props: { readonly column: ColumnView }) => {
    const name = () => props.column.name
    const kind = () => role(name())?.kind
    return (
      <tr classList={{ target: kind() === 'target', unused: kind() === 'dropped' || kind() === 'unused' }}>
        <td>
          <input
            type="radio" name="data-target" aria-label={t(tableMessages.predictThis, { name: name() })} checked={target() === name()}
            onChange={({ currentTarget }) => void settle(chooseTarget(session, name()), currentTarget, () => target() === name())}
          />
        </td>
        <td>
          <Show when={kind() !== 'target' && !areImages()}>
            <input
              type="checkbox" aria-label={t(tableMessages.useThis, { name: name() })} title={isOnlyInput(name()) ? t(tableMessages.lastInput) : undefined}
              checked={kind() === 'input'} disabled={!plan() || isOnlyInput(name())}
              onChange={({ currentTarget }) => void settle(toggleInput(session, name()), currentTarget, () => role(name())?.kind === 'input')}
            />
          </Show>
        </td>
        <th scope="row">{name()}</th>
        <td>{t(tableMessages.types[props.column.type])}</td>
        <td class="number" classList={{ gaps: props.column.missing > 0 }}>
          {props.column.missing === 0 ? '0' : `${props.column.missing.toLocaleString(language())} (${percent(props.column.missing / table()!.rows)})`}
        </td>
        <td class="values"><Distribution column={props.column} /><small>{distributionText(props.column)}</small></td>
        <td class="use">
          <Show when={role(name())}>
            {(own) => (
              <>
                <span class="role">{t(tableMessages.roles[own().kind])}</span>
                <Show when={own().kind === 'dropped'}><small>{reasonText(own() as Extract<Role, { kind: 'dropped' }>)}</small></Show>
              </>
            )}
          </Show>
        </td>
      </tr>
    )
  }

  return (
    <>
      <Show when={table()!.image}>{(image) => <p>{t(tableMessages.pixels, { pixels: image().height * image().width * image().channels })}</p>}</Show>
      <div class="scroll" role="region" tabindex="0" aria-label={t(tableMessages.columns)}>
        <table class="columns">
          <thead>
            <tr>
              <th scope="col">{t(tableMessages.target)}</th>
              <th scope="col">{t(tableMessages.input)}</th>
              <th scope="col">{t(tableMessages.column)}</th>
              <th scope="col">{t(tableMessages.type)}</th>
              <th scope="col" class="number">{t(tableMessages.missing)}</th>
              <th scope="col">{t(tableMessages.values)}</th>
              <th scope="col">{t(tableMessages.use)}</th>
            </tr>
          </thead>
          <tbody><For each={table()!.columns}>{(column) => <Row column={column} />}</For></tbody>
        </table>
      </div>
      <div class="row">
        <Show when={fit()?.features && !areImages()}>
          <button type="button" onClick={() => void useAllInputs(session)}>{t(tableMessages.allInputs)}</button>
        </Show>
        <Show when={!areImages() && table()!.columns.length < table()!.width}>
          <small>{t(tableMessages.firstColumns, { shown: table()!.columns.length, all: table()!.width })}</small>
        </Show>
      </div>
    </>
  )
}
