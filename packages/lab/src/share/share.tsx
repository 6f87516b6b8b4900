/** Keep and share: links, files and pictures of a run; and what was kept, opened again. */
import { Show, createEffect, createSignal } from 'solid-js'
import { Dialog } from '../controls/dialog.tsx'
import { t } from '../language.ts'
import { Refused } from '../session/client.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import { later } from '../shell/later.ts'
import type { ModelFileView } from '../worker/answers/model-file.ts'
import { type Problem, problemOf } from '../worker/problem.ts'
import { type Arrival, arrival, takeArrival } from './import.ts'
import { shareMessages } from './messages.ts'
import { openSent } from './start.ts'
import './share.css'

const FilesPart = later(async () => (await import('./files-part.tsx')).FilesPart)
const LinkPart = later(async () => (await import('./link-part.tsx')).LinkPart)
const ModelFile = later(async () => (await import('./model-file.tsx')).ModelFile)
const OpenPart = later(async () => (await import('./open-part.tsx')).OpenPart)

const reasonOf = (error: unknown): Problem => (error instanceof Refused ? error.problem : problemOf(error))

export function Share() {
  const session = useSession()
  const [isOpen, setOpen] = createSignal(false)
  const [model, setModel] = createSignal<{ readonly name: string; readonly view: ModelFileView }>()

  async function takeIn(arrived: Arrival): Promise<void> {
    if (arrived.kind === 'bad') return session.complain(arrived.problem)
    if (arrived.kind === 'state') return void (await openSent(session, arrived.state))
    if (arrived.kind === 'model') {
      const { file } = arrived
      const bytes = new Uint8Array(await file.arrayBuffer())
      return void setModel({ name: file.name, view: await session.ask('modelFile', { bytes, name: file.name }) })
    }
    const { dataName, takeInRun } = await import('./run-files.ts')
    if (await takeInRun(session, arrived, (data, fit, iteration) => openSent(session, { data, fit, iteration }))) return
    const values = { data: dataName(arrived.record) }
    session.complain({ kind: 'data', text: { en: shareMessages.runWithoutData.en(values), ja: shareMessages.runWithoutData.ja(values) } })
  }

  createEffect(() => {
    const arrived = arrival()
    if (!arrived) return
    takeArrival()
    setOpen(false)
    takeIn(arrived).catch((error: unknown) => session.complain(reasonOf(error)))
  })

  return (
    <>
      <button type="button" class="quiet" aria-haspopup="dialog" title={t(shareMessages.share)} aria-label={t(shareMessages.share)} onClick={() => setOpen(true)}>
        <Icon name="share" />
      </button>
      <Dialog title={t(shareMessages.share)} isOpen={isOpen()} onClose={() => setOpen(false)}>
        <div class="content share">
          <LinkPart />
          <FilesPart />
          <OpenPart onOpened={() => setOpen(false)} />
        </div>
      </Dialog>
      <Dialog title={model()?.name ?? ''} isOpen={model() !== undefined} onClose={() => setModel(undefined)}>
        <Show when={model()} keyed>{({ view }) => <ModelFile view={view} onDone={() => setModel(undefined)} />}</Show>
      </Dialog>
    </>
  )
}
