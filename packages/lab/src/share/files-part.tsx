/** The files that can be saved of the run on the page. */
import { For, createSignal } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { Refused } from '../session/client.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import { problemOf } from '../worker/problem.ts'
import { download } from './download.ts'
import { type SavedFile, savedFiles } from './files.ts'
import { shareMessages } from './messages.ts'

export function FilesPart() {
  const session = useSession()
  const { data, plan, frame } = session
  const [said, setSaid] = createSignal('')
  const iteration = () => frame()?.iteration ?? 0
  const offered = () => savedFiles.filter(({ suits }) => data() && (suits?.(data()!) ?? true))

  async function save(file: SavedFile): Promise<void> {
    const [source, planned] = [data(), plan()]
    if (!source) return
    const name = file.name({ session, data: source })
    setSaid(t(shareMessages.making, { name }))
    try {
      const content = await file.content({ session, data: source })
      // A file is made of several answers, which must be about the same run.
      if (plan() !== planned) return void setSaid(t(shareMessages.changed))
      download(name, content, file.type)
      setSaid(t(shareMessages.saved, { name }))
    } catch (error) {
      setSaid(inLanguage((error instanceof Refused ? error.problem : problemOf(error)).text))
    }
  }

  return (
    <section aria-labelledby="share-files">
      <h3 id="share-files">{t(shareMessages.saving)}</h3>
      <p class="soft">{iteration() === 0 ? t(shareMessages.noStepYet) : t(shareMessages.savingAbout, { iteration: iteration() })}</p>
      <ul class="saved-files">
        <For each={offered()}>
          {(file) => (
            <li>
              <button type="button" disabled={!plan() || (file.tellsOfSteps && iteration() === 0)} onClick={() => void save(file)}>
                <Icon name="save" /><b>{file.name({ session, data: data()! })}</b><small>{t(file.about)}</small>
              </button>
            </li>
          )}
        </For>
      </ul>
      <p role="status" class="said">{said()}</p>
    </section>
  )
}
