/** While the page waits long for its Worker: that it does, and a way to end it. */
import { Show } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { shellMessages } from './messages.ts'
import './waiting.css'

export function Waiting() {
  const { isSlow, stop } = useSession()
  return (
    <div class="waiting-place" role="status">
      <Show when={isSlow()}>
        <div class="waiting-notice">
          <i aria-hidden="true" />
          <p><b>{t(shellMessages.waiting)}</b> <small>{t(shellMessages.stopAbout)}</small></p>
          <button type="button" onClick={() => void stop()}>{t(shellMessages.stop)}</button>
        </div>
      </Show>
    </div>
  )
}
