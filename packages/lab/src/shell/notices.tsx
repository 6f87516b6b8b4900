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
  /** How a run that has not ended stands. */
  const standing = (): string => {
    if (frame()!.isPlaying) return t(trainingMessages.learning)
    return frame()!.iteration === 0 ? t(trainingMessages.invitation) : t(trainingMessages.ended.interrupted)
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
        <Show when={end()} fallback={<Show when={frame()}><div class="notice standing"><p>{standing()}</p></div></Show>}>
          {(how) => <div class="notice" classList={{ calm: how().isCalm }}><p>{how().text}</p></div>}
        </Show>
      </div>
    </>
  )
}
