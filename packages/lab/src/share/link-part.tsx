/** The link of what is on the page: to be copied, or handed to another program. */
import { Show, createResource, createSignal } from 'solid-js'
import { t } from '../language.ts'
import { type Link, linkOf } from '../session/link.ts'
import { useSession } from '../session/session.ts'
import { type LabState } from '../session/state.ts'
import { EXTENSION } from '../session/state-file.ts'
import { Icon } from '../shell/icon.tsx'
import { nameOfSource } from '../worker/data-source.ts'
import { stem } from './download.ts'
import { presentState } from './keeping.ts'
import { shareMessages } from './messages.ts'

const addressOf = ({ fragment }: Link): string => `${location.origin}${location.pathname}#${fragment}`

const namesOf = ({ data }: LabState): string[] => (data.kind === 'files' ? data.files.map(({ name }) => name) : [])

export function LinkPart() {
  const session = useSession()
  const state = presentState(session)
  const [link] = createResource(async () => state && (await linkOf(state)))
  const [said, setSaid] = createSignal('')
  const [field, setField] = createSignal<HTMLInputElement>()

  async function copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address)
      setSaid(t(shareMessages.copied))
    } catch {
      field()?.select()
      setSaid(t(shareMessages.notCopied))
    }
  }
  // Whoever changes their mind has said nothing wrong.
  const send = (url: string): void => void navigator.share({ title: document.title, url }).catch(() => {})
  const file = () => (state && state.data.kind !== 'absent' ? `${stem(nameOfSource(state.data))}${EXTENSION}` : '')

  return (
    <section aria-labelledby="share-link">
      <h3 id="share-link">{t(shareMessages.link)}</h3>
      <Show when={!link.loading}>
        <Show when={link()} fallback={<p>{t(shareMessages.noLink, { file: file() })}</p>}>
          {(own) => (
            <>
              <p class="soft">{own().holdsData ? t(shareMessages.linkAbout) : t(shareMessages.linkWithoutData, { names: namesOf(state!), file: file() })}</p>
              <div class="link-row">
                <input type="text" readonly ref={setField} value={addressOf(own())} aria-label={t(shareMessages.linkAddress)} onFocus={({ currentTarget }) => currentTarget.select()} />
                <button type="button" class="primary" onClick={() => void copy(addressOf(own()))}>{t(shareMessages.copy)}</button>
                <Show when={'share' in navigator}><button type="button" onClick={() => send(addressOf(own()))}><Icon name="share" /> {t(shareMessages.send)}</button></Show>
              </div>
            </>
          )}
        </Show>
      </Show>
      <p role="status" class="said">{said()}</p>
    </section>
  )
}
