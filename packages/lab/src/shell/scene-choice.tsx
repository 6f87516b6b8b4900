/** Presentation mode: which scene is seen, the one before and after it, and the way out. */
import type { Message } from 'kudari'
import { For } from 'solid-js'
import { t } from '../language.ts'
import { Icon } from './icon.tsx'
import { shellMessages } from './messages.ts'
import { leave } from './presentation.ts'

/** Something that fills the screen in presentation mode. */
export interface Scene {
  readonly id: string
  readonly name: Message
}

export interface SceneChoiceProps {
  readonly scenes: readonly Scene[]
  readonly shown: Scene | undefined
  readonly onChoose: (id: string) => void
  readonly onGo: (by: 1 | -1) => void
}

export const SceneChoice = (props: SceneChoiceProps) => (
  <div class="scene-choice" role="group" aria-label={t(shellMessages.present)}>
    <button type="button" class="quiet" aria-label={t(shellMessages.previous)} title={t(shellMessages.previousTip)} onClick={() => props.onGo(-1)}><Icon name="left" /></button>
    <select aria-label={t(shellMessages.scene)} onChange={({ currentTarget: { value } }) => props.onChoose(value)}>
      <For each={props.scenes}>{({ id, name }) => <option value={id} selected={id === props.shown?.id}>{t(name)}</option>}</For>
    </select>
    <button type="button" class="quiet" aria-label={t(shellMessages.next)} title={t(shellMessages.nextTip)} onClick={() => props.onGo(1)}><Icon name="right" /></button>
    <button type="button" class="quiet" aria-label={t(shellMessages.leave)} title={t(shellMessages.leave)} onClick={leave}><Icon name="close" /></button>
  </div>
)
