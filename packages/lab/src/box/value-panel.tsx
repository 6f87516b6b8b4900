/** One value of the step, open: its formula, the formula with numbers, its numbers, what it is made of, and its gradient's way. */
import { formatShape } from 'kudari'
import { For, Show } from 'solid-js'
import { Formula } from '../controls/formula.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { InstructionView, StepView, ValueView } from '../worker/answers/step.ts'
import type { OpenValueView } from '../worker/answers/value.ts'
import { Code } from './code.tsx'
import { boxMessages } from './messages.ts'
import { Numbers } from './numbers.tsx'

export interface ValuePanelProps {
  readonly step: StepView
  readonly value: ValueView
  /** How it is computed; of what was given, nothing. */
  readonly instruction: InstructionView | undefined
  readonly open: OpenValueView | undefined
  readonly idsOf: (instruction: InstructionView) => ReadonlyMap<string, number>
  readonly onSelect: (id: number) => void
  readonly onChoose: (position: number) => void
  readonly onMove: (fromRow: number, fromColumn: number) => void
}

const indexed = (tex: string, place: readonly number[]): string => (place.length === 0 ? tex : `{${tex}}_{[${place.join(',')}]}`)

export function ValuePanel(props: ValuePanelProps) {
  const { frame } = useSession()
  const valueOf = (id: number): ValueView | undefined => [...props.step.given, ...props.step.instructions].find((each) => each.id === id)
  const users = () => props.step.instructions.filter(({ operands }) => operands.includes(props.value.id))
  const element = () => props.open?.element
  const chips = (values: readonly ValueView[]) => (
    <For each={values}>{(each) => <button type="button" class={`chip v${each.id}`} onClick={() => props.onSelect(each.id)}><Formula tex={each.tex} spoken={each.name} /></button>}</For>
  )
  return (
    <div class="value-panel">
      <h3><Formula tex={props.value.tex} /> <small>{t(boxMessages.shape, { shape: formatShape(props.value.shape), dtype: props.value.dtype })}</small></h3>
      <Show when={props.instruction}>
        {(own) => (
          <>
            <Formula isDisplay tex={own().formula} />
            <p><Code line={own().numpy} ids={props.idsOf(own())} /><br /><Code line={own().typescript} ids={props.idsOf(own())} /></p>
            <Show when={own().replaces}>{(name) => <p class="soft">{t(boxMessages.becomes, { name: name() })}</p>}</Show>
          </>
        )}
      </Show>
      <Show when={props.open}>
        {(open) => (
          <Numbers name={props.value.name} view={open().table} chosen={element()?.position} onChoose={props.onChoose} onMove={props.onMove} />
        )}
      </Show>
      {/* While the run plays, its numbers change too often to be read out. */}
      <div class="filled" aria-live={frame()?.isPlaying ? 'off' : 'polite'}>
        <Show when={element()} fallback={<p class="soft">{t(boxMessages.choose)}</p>}>
          {(chosen) => (
            <Show when={chosen().filled || !props.instruction} fallback={<p class="soft">{t(boxMessages.notFollowed)}</p>}>
              <Formula isDisplay tex={`${indexed(props.value.tex, chosen().place)} = ${chosen().filled ? `${chosen().filled} = ` : ''}${chosen().value}`} />
            </Show>
          )}
        </Show>
      </div>
      <Show when={props.instruction}>
        {(own) => (
          <dl>
            <dt>{t(boxMessages.madeOf)}</dt>
            <dd>{chips(own().operands.flatMap((id) => valueOf(id) ?? []))}</dd>
            <Show when={users().length > 0}>
              <dt>{t(boxMessages.usedBy)}</dt>
              <dd>{chips(users())}</dd>
            </Show>
            <Show when={own().section.kind === 'forward' || own().section.kind === 'loss'}>
              <dt>{t(boxMessages.gradient)}</dt>
              <dd>
                <Show when={(props.open?.rules.length ?? 0) > 0} fallback={<p class="soft">{t(boxMessages.noGradient)}</p>}>
                  <p class="soft">{t(boxMessages.gradientAbout)}</p>
                  <For each={props.open!.rules}>
                    {(rule) => <div><Formula tex={`\\frac{\\partial L}{\\partial ${valueOf(rule.id)?.tex ?? ''}} \\mathrel{\\leftarrow} ${rule.tex.at(-1)!}`} /></div>}
                  </For>
                </Show>
              </dd>
            </Show>
          </dl>
        )}
      </Show>
    </div>
  )
}
