/** What is said of how the page began, and what else it could have begun with. */
import { Match, Show, Switch } from 'solid-js'
import { t } from '../language.ts'
import { samples } from '../samples/samples.ts'
import { useSession } from '../session/session.ts'
import type { LabState } from '../session/state.ts'
import { Icon } from '../shell/icon.tsx'
import { shellMessages } from '../shell/messages.ts'
import { nameOfSource } from '../worker/data-source.ts'
import { shareMessages } from './messages.ts'
import { beginning, dismissBeginning, openState } from './start.ts'

const nameOf = ({ data }: LabState): string => (data.kind === 'absent' ? data.files[0].name : nameOfSource(data))

export function BeginningNotice() {
  const session = useSession()
  const afresh = (): void => {
    dismissBeginning()
    void session.open({ data: { kind: 'sample', name: 'body' }, fit: samples.body.fit })
  }
  const open = (state: LabState): void => {
    dismissBeginning()
    void openState(session, state)
  }
  return (
    <div role="status">
      <Show when={beginning()} keyed>
        {(present) => (
          <div class="notice beginning">
            <p>
              <Switch>
                <Match when={present.kind === 'kept' && present}>{(own) => t(shareMessages.cameBack, { name: nameOf(own().state), iteration: own().state.iteration })}</Match>
                <Match when={present.kind === 'opened' && present}>{(own) => t(shareMessages.opened, { name: nameOf(own().before) })}</Match>
                <Match when={present.kind === 'unsure' && present}>{(own) => t(shareMessages.unsure, { name: nameOf(own().state) })}</Match>
              </Switch>
            </p>
            <Switch>
              <Match when={present.kind === 'kept'}><button type="button" onClick={afresh}>{t(shareMessages.afresh)}</button></Match>
              <Match when={present.kind === 'opened' && present}>{(own) => <button type="button" onClick={() => open(own().before)}>{t(shareMessages.goBack)}</button>}</Match>
              <Match when={present.kind === 'unsure' && present}>{(own) => <button type="button" onClick={() => open(own().state)}>{t(shareMessages.tryAgain)}</button>}</Match>
            </Switch>
            <button type="button" class="quiet" aria-label={t(shellMessages.dismiss)} onClick={dismissBeginning}><Icon name="close" /></button>
          </div>
        )}
      </Show>
    </div>
  )
}
