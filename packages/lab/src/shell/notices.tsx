/** What has to be said: what went wrong, and how a run has ended. */
import { type Metrics, formatNumber } from 'kudari'
import { Show } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { trainingMessages } from '../training/messages.ts'
import { Icon } from './icon.tsx'
import { shellMessages } from './messages.ts'

const qualityText = (metrics: Metrics, isHeldOut: boolean): string =>
  metrics.task === 'classification'
    ? t(trainingMessages.accuracy, { percent: (100 * metrics.accuracy).toFixed(1), isHeldOut })
    : t(trainingMessages.r2, { r2: formatNumber(metrics.r2, 3), isHeldOut })

export function Notices() {
  const { problem, dismiss, frame, watch } = useSession()
  const end = () => {
    const how = frame()?.end
    if (!how || how.kind === 'interrupted') return undefined
    if (how.kind === 'diverged') return { isCalm: false, text: t(trainingMessages.ended.diverged, { iteration: how.iteration }) }
    return { isCalm: true, text: t(trainingMessages.ended[how.kind]) }
  }
  const measures = watch('measures', () => (end()?.isCalm ? undefined : null))
  /** How good the model is that the run has ended with, on the rows that judge it. */
  const quality = (): string => {
    const seen = measures()
    if (!seen || !('result' in seen)) return ''
    const { train, validation } = seen.result
    return qualityText(validation ?? train, validation !== undefined)
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
          {(how) => <div class="notice" classList={{ calm: how().isCalm }}><p>{how().text} <b>{how().isCalm && quality()}</b></p></div>}
        </Show>
      </div>
    </>
  )
}
