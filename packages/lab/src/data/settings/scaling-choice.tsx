/** How the inputs are scaled, with the formula of the first number. */
import { formatNumber } from 'kudari'
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import { shortened } from '../../model/diagram/layout.ts'
import { movesAxes } from '../../pictures/data/moved.ts'
import { useSession } from '../../session/session.ts'
import { settingsMessages } from './messages.ts'
import { type Scaling, fitOfScaling, scaledText, scalingOf, scalings } from './scaling.ts'

/** How long names in formulas may be. */
const LETTERS = 40

const number = (value: number): string => formatNumber(value, 4)

export function ScalingChoice() {
  const session = useSession()
  const { plan, table } = session
  const offered = (): readonly Scaling[] => (table()?.image ? ['pixels', ...scalings] : scalings)
  const present = () => scalingOf(plan()!)
  const choose = async (control: HTMLSelectElement): Promise<void> => {
    await session.choose(fitOfScaling(control.value as Scaling))
    control.value = present()
  }
  const formulas = () => {
    const { pipeline } = plan()!
    const input = pipeline.features.find(({ kind }) => kind === 'numeric')
    const { target } = pipeline
    return [
      ...(input ? [scaledText('x', shortened(input.column, LETTERS), input.columns[0], number)] : []),
      ...(target.task === 'regression' && target.offset !== 0 ? [scaledText('y', shortened(target.column, LETTERS), { offset: target.offset, divisor: 1 }, number)] : []),
    ]
  }
  const see = (): void => document.getElementById('picture-axes')?.scrollIntoView({ block: 'center' })
  return (
    <div class="field">
      <label for="data-scaling">{t(settingsMessages.scaling)}</label>
      <select id="data-scaling" onChange={({ currentTarget }) => void choose(currentTarget)}>
        <For each={offered()}>{(scaling) => <option value={scaling} selected={present() === scaling}>{t(settingsMessages.scalings[scaling])}</option>}</For>
      </select>
      <Show when={present() !== 'none'}>
        <ul class="formulas">
          <For each={formulas()} fallback={<li><small>{t(settingsMessages.onlyCategories)}</small></li>}>{(text) => <li><code>{text}</code></li>}</For>
        </ul>
      </Show>
      <Show when={movesAxes(plan()!)}><button type="button" class="quiet link" onClick={see}>{t(settingsMessages.see)}</button></Show>
    </div>
  )
}
