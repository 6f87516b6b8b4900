/** How the learning rate changes on the way. */
import { type ScheduleSpecification, formatSchedule, parseSchedule } from 'kudari'
import { For, Show, createEffect, createSignal, on } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { problemOf } from '../worker/problem.ts'
import { descentMessages } from './messages.ts'

type ScheduleType = ScheduleSpecification['type']

/** What each schedule begins with. */
const examples: Readonly<Record<ScheduleType, string>> = {
  constant: 'constant',
  step: 'step:10:0.5',
  exponential: 'exponential:0.95',
  cosine: 'cosine',
  'one-cycle': 'one-cycle',
  plateau: 'plateau:5:0.5',
}
const types = Object.keys(examples) as ScheduleType[]

export function Schedule() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const [draft, setDraft] = createSignal<string>()
  createEffect(on(() => [plan(), choosing.problem()] as const, ([, problem]) => problem ?? setDraft(undefined)))
  const present = () => plan()?.schedule ?? { type: 'constant' as const }
  const choose = (text: string) => {
    try {
      void choosing.choose({ schedule: parseSchedule(text) })
    } catch (error) {
      choosing.refuse(problemOf(error))
    }
  }
  return (
    <Setting name={t(descentMessages.schedule)} choosing={choosing} isGiven={fit()?.schedule !== undefined} reset={{ schedule: undefined }}>
      {(ties) => (
        <div class="row">
          <select {...ties} class="grow" onChange={({ currentTarget: { value } }) => choose(examples[types.find((type) => type === value)!])}>
            <For each={types}>{(type) => <option value={type} selected={type === present().type}>{t(descentMessages.schedules[type])}</option>}</For>
          </select>
          <Show when={present().type !== 'constant' && present().type !== 'one-cycle'}>
            <input
              type="text" class="mono grow" aria-label={t(descentMessages.scheduleText)} aria-describedby={ties['aria-describedby']} aria-invalid={ties['aria-invalid']} spellcheck={false} autocomplete="off"
              value={draft() ?? formatSchedule(present())} onInput={({ currentTarget }) => setDraft(currentTarget.value)} onChange={({ currentTarget }) => choose(currentTarget.value.trim())}
            />
          </Show>
        </div>
      )}
    </Setting>
  )
}
