/** Opening files that Kudari has written. */
import { createSignal } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import { importKudariFiles } from './import.ts'
import { shareMessages } from './messages.ts'

export function OpenPart(props: { readonly onOpened: () => void }) {
  const session = useSession()
  const [input, setInput] = createSignal<HTMLInputElement>()

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const isOwn = await importKudariFiles(files)
    props.onOpened()
    if (isOwn) return
    const values = { names: files.map(({ name }) => name) }
    session.complain({ kind: 'data', text: { en: shareMessages.notOwn.en(values), ja: shareMessages.notOwn.ja(values) } })
  }

  return (
    <section aria-labelledby="share-open">
      <h3 id="share-open">{t(shareMessages.opening)}</h3>
      <p class="soft">{t(shareMessages.openingAbout)}</p>
      <input
        ref={setInput} type="file" multiple class="visually-hidden" tabindex="-1" aria-hidden="true"
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])])
          // The same file again is a choice too.
          currentTarget.value = ''
        }}
      />
      <div><button type="button" onClick={() => input()?.click()}><Icon name="open" /> {t(shareMessages.choose)}</button></div>
    </section>
  )
}
