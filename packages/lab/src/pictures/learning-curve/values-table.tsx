/** The history in numbers, as the talk prints it: for those who would rather read than look. */
import { formatNumber } from 'kudari'
import { For, Show, createMemo, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import type { RunHistory, Series } from '../../session/history.ts'
import { useSession } from '../../session/session.ts'
import { learningCurveMessages as messages } from './messages.ts'
import { shownSteps } from './table-rows.ts'

/** So many parameters have a column. */
const PARAMETERS = 6

interface Column {
  readonly name: string
  readonly series: Series
}

function columnsOf({ loss, validation, parameters }: RunHistory): Column[] {
  return [
    { name: t(messages.finalLoss), series: loss },
    ...Object.entries(validation).map(([measure, series]) => ({ name: t(messages.validationOf, { measure }), series })),
    ...Object.entries(parameters).slice(0, PARAMETERS).map(([name, series]) => ({ name, series })),
  ]
}

const cell = ({ values }: Series, step: number): string => (Number.isNaN(values[step]) ? '' : formatNumber(values[step]))

export function ValuesTable() {
  const { history, frame } = useSession()
  const [isOpen, setOpen] = createSignal(false)
  const isPlaying = createMemo(() => frame()?.isPlaying ?? false)
  /** As it was when the run was last paused: nobody reads numbers that fly by. */
  const shown = createMemo((before: RunHistory | undefined) => (isOpen() && !isPlaying() ? { ...history() } : before))
  return (
    <details class="values" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(messages.values)}</summary>
      <Show when={isOpen() && shown()}>
        {(present) => {
          const columns = () => columnsOf(present())
          const steps = () => shownSteps(present().loss.length)
          return (
            <div class="runs" role="region" tabindex="0" aria-label={t(messages.values)}>
              <table class="measures">
                <thead>
                  <tr>
                    <th scope="col">{t(messages.iteration)}</th>
                    <For each={columns()}>{({ name }) => <th scope="col">{name}</th>}</For>
                  </tr>
                </thead>
                <tbody>
                  <For each={steps()}>
                    {(step) => <tr><th scope="row">{step}</th><For each={columns()}>{({ series }) => <td>{cell(series, step)}</td>}</For></tr>}
                  </For>
                </tbody>
              </table>
              <Show when={steps().length < present().loss.length}><p class="caption">{t(messages.someValues, { shown: steps().length, all: present().loss.length })}</p></Show>
            </div>
          )
        }}
      </Show>
    </details>
  )
}
