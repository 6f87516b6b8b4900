/** What has to be said: what went wrong, and how a run has ended. */
import { Show } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { trainingMessages } from '../training/messages.ts'
import { Icon } from './icon.tsx'
import { shellMessages } from './messages.ts'

export function Notices() {
  const { problem, dismiss, frame } = useSession()
  const end = () => {
    const how = frame()?.end
    if (!how || how.kind === 'interrupted') return undefined
    if (how.kind === 'diverged') return { isCalm: false, text: t(trainingMessages.ended.diverged, { iteration: how.iteration }) }
    return { isCalm: true, text: t(trainingMessages.ended[how.kind]) }
  }
  return (
    <>
      <Show when={problem()}>
        {(present) => (
          <div class="notice" role="alert">
            <p>{inLanguage(present().text)}</p>
            <button type="button" class="quiet" aria-label={t(shellMessages.dismiss)} onClick={dismiss}><Icon name="close" /></button>
          </div>
        )}
      </Show>
      <div role="status">
        <Show when={end()}>{(how) => <div class="notice" classList={{ calm: how().isCalm }}><p>{how().text}</p></div>}</Show>
      </div>
    </>
  )
}
