/** Where there are more inputs than axes: which of them to see. */
import { For, Show, createUniqueId } from 'solid-js'
import { t } from '../../language.ts'
import { withAxis } from './axes.ts'
import { fitMessages } from './messages.ts'
import type { Fitted } from './scene.ts'

export interface AxisChoiceProps {
  readonly fitted: Fitted
  readonly onChoose: (axes: readonly string[]) => void
}

export function AxisChoice(props: AxisChoiceProps) {
  const axes = () => props.fitted.view.axes.map(({ column }) => column)
  const isNumber = () => props.fitted.view.axes[0].kind !== 'category'
  const free = () => {
    const { target } = props.fitted.plan.pipeline
    return target.task === 'regression' ? t(fitMessages.target, { target: target.column }) : t(fitMessages.probability)
  }
  const [across, up] = [createUniqueId(), createUniqueId()]
  return (
    <Show when={props.fitted.view.choices.length > 1}>
      <div class="row axis-choice">
        <div class="field">
          <label for={across}>{t(fitMessages.horizontal)}</label>
          <select id={across} onChange={({ currentTarget: { value } }) => props.onChoose(withAxis(axes(), 0, value))}>
            <For each={props.fitted.view.choices}>{(name) => <option value={name} selected={name === axes()[0]}>{name}</option>}</For>
          </select>
        </div>
        <Show when={isNumber()}>
          <div class="field">
            <label for={up}>{t(fitMessages.vertical)}</label>
            <select id={up} onChange={({ currentTarget: { selectedIndex } }) => props.onChoose(withAxis(axes(), 1, props.fitted.view.choices[selectedIndex - 1]))}>
              <option selected={axes().length === 1}>{free()}</option>
              <For each={props.fitted.view.choices}>{(name) => <option selected={name === axes()[1]}>{name}</option>}</For>
            </select>
          </div>
        </Show>
      </div>
    </Show>
  )
}
