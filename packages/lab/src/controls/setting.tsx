/** A setting: its name, its control, who has settled it and why, and what was wrong with the last change. */
import { type JSX, Show, createSignal, createUniqueId } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { PlanView } from '../worker/plan-view.ts'
import { type Change, type Choosing } from './choosing.ts'
import { controlMessages } from './messages.ts'
import './controls.css'

export interface SettingProps {
  readonly name: string
  /** Whether the control consists of several: a group, where one has a label. */
  readonly isGroup?: boolean
  readonly choosing: Choosing
  /** Whether the user has said something; else Kudari has. */
  readonly isGiven: boolean
  /** Takes back what the user has said. */
  readonly reset: Change
  /** Under which Kudari tells why it chose. */
  readonly about?: PlanView['choices'][number]['about']
  /** The control, given the attributes that tie it to its name and to its problem. */
  readonly children: (ties: Ties) => JSX.Element
}

export interface Ties {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

export function Setting(props: SettingProps) {
  const { plan } = useSession()
  const id = createUniqueId()
  const [isOpen, setOpen] = createSignal(false)
  const reason = () => plan()?.choices.find(({ about }) => about === props.about)?.text
  const problem = () => {
    const present = props.choosing.problem()
    return present && inLanguage(present.text)
  }
  const ties: Ties = {
    id: `setting-${id}`,
    'aria-describedby': `problem-${id}`,
    get 'aria-invalid'() { return props.choosing.problem() !== undefined },
  }
  return (
    <div class="setting" role={props.isGroup ? 'group' : undefined} aria-labelledby={props.isGroup ? `name-${id}` : undefined} aria-describedby={props.isGroup ? `problem-${id}` : undefined}>
      <div class="head">
        <Show when={props.isGroup} fallback={<label for={ties.id}>{props.name}</label>}><span class="name" id={`name-${id}`}>{props.name}</span></Show>
        <Show
          when={props.isGiven}
          fallback={
            <Show when={reason()} fallback={<small>{t(controlMessages.usual)}</small>}>
              <button type="button" class="quiet why" aria-expanded={isOpen()} aria-label={t(controlMessages.whyOf, { name: props.name })} onClick={() => setOpen((before) => !before)}>
                {t(controlMessages.chosen)}<span class="mark" aria-hidden="true">?</span>
              </button>
            </Show>
          }
        >
          <button type="button" class="quiet reset" aria-label={t(controlMessages.resetOf, { name: props.name })} onClick={() => void props.choosing.choose(props.reset)}>{t(controlMessages.reset)}</button>
        </Show>
      </div>
      {props.children(ties)}
      <Show when={isOpen() && !props.isGiven && reason()}>{(text) => <p class="reason">{inLanguage(text())}</p>}</Show>
      <p class="problem" id={`problem-${id}`} role="alert">{problem()}</p>
    </div>
  )
}
