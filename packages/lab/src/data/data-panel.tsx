/** The first chapter of a run: the data, and what is to be predicted from what. */
import { For, Match, Show, Switch, createEffect, createSignal, untrack } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { importKudariFiles } from '../share/import.ts'
import { Icon, type IconName } from '../shell/icon.tsx'
import { later } from '../shell/later.ts'
import { type DataSource, nameOfSource } from '../worker/data-source.ts'
import { dataMessages, sourceMessages } from './messages.ts'
import { createOpening } from './opening.ts'
import { served } from './served.ts'
import { ScalingChoice } from './settings/scaling-choice.tsx'
import { SplitChoice } from './settings/split-choice.tsx'
import type { FileSource } from './source/arrivals.ts'
import { Arriving } from './source/arriving.tsx'
import { Files } from './source/files.tsx'
import { Made } from './source/made.tsx'
import { PasteDialog } from './source/paste-dialog.tsx'
import { Samples } from './source/samples.tsx'
import { Summary } from './summary.tsx'
import './data.css'

const Draw = later(async () => (await import('./drawing/draw.tsx')).Draw)

type Kind = DataSource['kind']

const kinds: readonly { readonly kind: Kind; readonly icon: IconName }[] = [
  { kind: 'sample', icon: 'book' },
  { kind: 'made', icon: 'shapes' },
  { kind: 'drawn', icon: 'pencil' },
  { kind: 'files', icon: 'table' },
]

export function DataPanel() {
  const session = useSession()
  const { data, plan, isBusy } = session
  const opening = createOpening(session)
  const [kind, setKind] = createSignal<Kind>('sample')
  /** Whoever turns to another kind of data while the page still opens its first ones stays there. */
  const [hasTurned, setTurned] = createSignal(false)
  const [given, setGiven] = createSignal<FileSource>()
  const [pasted, setPasted] = createSignal<string>()

  createEffect(() => {
    const present = data()
    if (!present) return
    if (!untrack(hasTurned)) setKind(present.kind)
    setTurned(false)
    if (present.kind === 'files') setGiven(present)
  })

  createEffect(() => {
    const source = served()
    if (!source) return
    setKind('files')
    setGiven(source)
  })

  async function take(source: FileSource): Promise<void> {
    if (await importKudariFiles(source.files)) return
    setKind('files')
    setGiven(source)
    opening.anew(source)
  }
  const readAgain = (source: FileSource): void => {
    const wasRead = data() === given()
    setGiven(source)
    // Nothing was chosen yet for a file that could not be read.
    if (wasRead) opening.changed(source)
    else opening.anew(source)
  }
  const complain = (reason: string): void =>
    session.complain({ kind: 'data', text: { en: sourceMessages.notOpened.en({ reason }), ja: sourceMessages.notOpened.ja({ reason }) } })
  const busyText = () => {
    const file = given()
    return file && file !== data() && kind() === 'files' ? t(dataMessages.reading, { name: nameOfSource(file) }) : t(dataMessages.working)
  }

  return (
    <section class="panel data" aria-labelledby="data-title" aria-busy={isBusy()}>
      <header>
        <h2 id="data-title">{t(dataMessages.title)}</h2>
        <small class="question">{t(dataMessages.question)}</small>
      </header>
      <div class="body">
        <div class="kinds" role="group" aria-label={t(dataMessages.question)}>
          <For each={kinds}>
            {(each) => (
              <button type="button" aria-pressed={kind() === each.kind} onClick={() => {
                setTurned(data() === undefined)
                setKind(each.kind)
              }}>
                <Icon name={each.icon} /><span>{t(dataMessages.kinds[each.kind])}</span>
              </button>
            )}
          </For>
        </div>
        <div class="source">
          <Switch>
            <Match when={kind() === 'sample'}><Samples present={data()} onChoose={opening.sample} /></Match>
            <Match when={kind() === 'made'}><Made present={data()} onChange={(made) => opening.changed({ kind: 'made', made })} /></Match>
            <Match when={kind() === 'drawn'}><Draw present={data()} onChange={(drawn) => opening.changed({ kind: 'drawn', drawn })} /></Match>
            <Match when={kind() === 'files'}><Files given={given()} onChoose={(source) => void take(source)} onReread={readAgain} onPaste={() => setPasted('')} /></Match>
          </Switch>
        </div>
        <div class="busy" role="status"><Show when={isBusy()}><i /> {busyText()}</Show></div>
        <Summary />
        <Show when={plan()}>
          <ScalingChoice />
          <SplitChoice />
        </Show>
      </div>
      <Arriving onArrive={(source) => void take(source)} onText={setPasted} onTrouble={complain} />
      <PasteDialog text={pasted()} onArrive={(source) => void take(source)} onClose={() => setPasted(undefined)} />
    </section>
  )
}
