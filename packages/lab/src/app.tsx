/** The page: the story of a run from the data to the step down, with pictures of the present moment. */
import { For, Show, createEffect, createMemo, createSignal } from 'solid-js'
import { Box } from './box/box.tsx'
import { boxMessages } from './box/messages.ts'
import { DataPanel } from './data/data-panel.tsx'
import { openServed, servedNames } from './data/served.ts'
import { DescentPanel } from './descent/descent-panel.tsx'
import { language, t } from './language.ts'
import { Lessons } from './lessons/lessons.tsx'
import { lessonsMessages } from './lessons/messages.ts'
import { Loop } from './loop/loop.tsx'
import { ModelPanel } from './model/model-panel.tsx'
import { pictures } from './pictures/pictures.ts'
import { SessionProvider, createSession } from './session/session.ts'
import { BeginningNotice } from './share/beginning.tsx'
import { createStart } from './share/start.ts'
import { Header } from './shell/header.tsx'
import { shellMessages } from './shell/messages.ts'
import { Notices } from './shell/notices.tsx'
import { createPointing } from './shell/pointer.ts'
import { createPageSize } from './shell/page-size.ts'
import { createPresentation, isPresenting } from './shell/presentation.ts'
import { type Scene, SceneChoice } from './shell/scene-choice.tsx'
import { setSide, side } from './shell/side.ts'
import { createTheming } from './shell/theme.ts'
import { Waiting } from './shell/waiting.tsx'
import { createKeys } from './training/keys.ts'
import { Transport } from './training/transport.tsx'
import { samples } from './samples/samples.ts'

export function App() {
  const session = createSession()
  createTheming()
  createKeys(session)
  createPointing()
  createEffect(() => document.documentElement.setAttribute('lang', language()))
  const openTalk = (): Promise<boolean> => session.open({ data: { kind: 'sample', name: 'body' }, fit: samples.body.fit })
  const served = servedNames(location.search)
  createStart(session, served.length === 0 ? openTalk : () => openServed(session, served, openTalk), served.length > 0)

  const suited = () => {
    const plan = session.plan()
    return plan ? pictures.filter(({ suits }) => suits(plan)) : []
  }
  /** What can be presented: the pictures, what goes wrong, and the open box. */
  const scenes = createMemo((): readonly Scene[] => [...suited(), { id: 'lessons', name: lessonsMessages.name }, { id: 'box', name: boxMessages.name }])
  const [chosen, setChosen] = createSignal<string>()
  const scene = () => scenes().find(({ id }) => id === chosen()) ?? scenes()[0]
  const go = (by: number): void => void setChosen(scenes().at((scenes().indexOf(scene()) + by) % scenes().length)!.id)
  createPresentation(go)
  createPageSize()
  const shown = () => (isPresenting() ? suited().filter((picture) => picture === scene()) : suited())

  return (
    <SessionProvider value={session}>
      <Header />
      <Loop />
      <div class="sides choices" role="group" aria-label={t(shellMessages.sides)}>
        <button type="button" aria-pressed={side() === 'settings'} onClick={() => setSide('settings')}>{t(shellMessages.settings)}</button>
        <button type="button" aria-pressed={side() === 'pictures'} onClick={() => setSide('pictures')}>{t(shellMessages.pictures)}</button>
      </div>
      <main class="lab" data-side={side()}>
        <aside class="settings" aria-label={t(shellMessages.settings)}>
          <div id="data" tabIndex={-1}><DataPanel /></div>
          <div id="model" tabIndex={-1}><ModelPanel /></div>
          <div id="descent" tabIndex={-1}><DescentPanel /></div>
        </aside>
        <div class="stage" data-scene={isPresenting() ? scene().id : undefined}>
          <Notices />
          <BeginningNotice />
          <Lessons />
          <section class="pictures" id="pictures" tabIndex={-1} aria-label={t(shellMessages.pictures)}>
            <For each={shown()} fallback={<p class="soft">{t(shellMessages.noPicture)}</p>}>{({ component: Component }) => <Component />}</For>
          </section>
          <div id="box" tabIndex={-1}><Box /></div>
        </div>
      </main>
      <Waiting />
      <Transport>
        <Show when={isPresenting()}><SceneChoice scenes={scenes()} shown={scene()} onChoose={setChosen} onGo={go} /></Show>
      </Transport>
    </SessionProvider>
  )
}
