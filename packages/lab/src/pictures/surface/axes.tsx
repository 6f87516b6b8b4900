/** What the loss is seen over: which parameters, or which directions. */
import { For, Show, untrack } from 'solid-js'
import { t } from '../../language.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import type { Element } from '../../worker/views/surface/planes.ts'
import { elementTitle, indexOf, positionsOf, tensorsOf } from './elements.ts'
import { surfaceMessages } from './messages.ts'
import { type Kind, type SurfaceState, kinds } from './state.ts'

/** So many parameters stand in one list; of more, a tensor is chosen and the place in it. */
const LISTED = 64

interface ElementChoiceProps {
  readonly plan: PlanView
  readonly label: string
  readonly value: Element | undefined
  /** Whether there may be none. */
  readonly isOptional: boolean
  readonly onChoose: (element: Element | undefined) => void
}

/** Chooses one parameter. */
export function ElementChoice(props: ElementChoiceProps) {
  const tensors = () => tensorsOf(props.plan)
  const all = () => tensors().flatMap(({ name, size }) => Array.from({ length: size }, (_, index): Element => ({ tensor: name, index })))
  const isShort = () => tensors().reduce((sum, { size }) => sum + size, 0) <= LISTED
  const own = () => tensors().find(({ name }) => name === props.value?.tensor)
  const keyOf = ({ tensor, index }: Element): string => `${tensor} ${index}`
  return (
    <span class="surface-axis">
      <label>
        <span>{props.label}</span>
        <Show
          when={isShort()}
          fallback={
            <select onChange={({ currentTarget: { value } }) => props.onChoose(value === '' ? undefined : { tensor: value, index: 0 })}>
              <Show when={props.isOptional}><option value="" selected={!props.value}>{t(surfaceMessages.none)}</option></Show>
              <For each={tensors()}>{({ name, shape }) => <option value={name} selected={props.value?.tensor === name}>{`${name} (${shape.join(' × ') || 1})`}</option>}</For>
            </select>
          }
        >
          <select onChange={({ currentTarget: { value } }) => props.onChoose(all().find((element) => keyOf(element) === value))}>
            <Show when={props.isOptional}><option value="" selected={!props.value}>{t(surfaceMessages.none)}</option></Show>
            <For each={all()}>{(element) => <option value={keyOf(element)} selected={props.value && keyOf(props.value) === keyOf(element)}>{elementTitle(props.plan, element)}</option>}</For>
          </select>
        </Show>
      </label>
      <Show when={!isShort() && own()}>
        {(tensor) => (
          <For each={tensor().shape}>
            {(length, axis) => (
              <input
                type="number" min="0" max={length - 1} aria-label={t(surfaceMessages.position, { tensor: tensor().name, axis: axis() })}
                value={positionsOf(tensor(), props.value!.index)[axis()]}
                onChange={({ currentTarget }) => {
                  const positions = positionsOf(tensor(), props.value!.index)
                  positions[axis()] = Math.min(Math.max(Math.round(currentTarget.valueAsNumber) || 0, 0), length - 1)
                  currentTarget.valueAsNumber = positions[axis()]
                  props.onChoose({ tensor: tensor().name, index: indexOf(tensor(), positions) })
                }}
              />
            )}
          </For>
        )}
      </Show>
    </span>
  )
}

/** Chooses the plane. With two parameters there is but one. */
export function Settings(props: { readonly surface: SurfaceState }) {
  const { plan, kind, axes, choose, chooseAxis, redraw } = untrack(() => props.surface)
  return (
    <div class="surface-settings">
      <Show when={(plan()?.network.parameters ?? 0) > 2}>
        <label class="surface-axis">
          <span>{t(surfaceMessages.plane)}</span>
          <select onChange={({ currentTarget: { value } }) => choose(value as Kind)}>
            <For each={kinds}>
              {(each) => <option value={each} selected={kind() === each}>{t({ parameters: surfaceMessages.byParameters, gradient: surfaceMessages.byGradient, path: surfaceMessages.byPath }[each])}</option>}
            </For>
          </select>
        </label>
      </Show>
      <Show when={kind() === 'parameters' && plan() && axes()}>
        {(chosen) => (
          <>
            <ElementChoice plan={plan()!} label={t(surfaceMessages.across)} value={chosen()[0]} isOptional={false} onChoose={(element) => element && chooseAxis(0, element)} />
            <ElementChoice plan={plan()!} label={t(surfaceMessages.up)} value={chosen()[1]} isOptional onChoose={(element) => chooseAxis(1, element)} />
          </>
        )}
      </Show>
      <Show when={kind() === 'gradient'}>
        <button type="button" class="quiet" onClick={redraw}>{t(surfaceMessages.another)}</button>
      </Show>
    </div>
  )
}
