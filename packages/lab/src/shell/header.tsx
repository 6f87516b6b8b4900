/** The top of the page: what is learned from what, the language, the colours, and presentation mode. */
import { For, Show } from 'solid-js'
import { language, setLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Share } from '../share/share.tsx'
import { Icon } from './icon.tsx'
import { shellMessages } from './messages.ts'
import { present } from './presentation.ts'
import { setTheme, theme } from './theme.ts'

const languages = [{ code: 'ja', name: '日本語' }, { code: 'en', name: 'English' }] as const

export function Header() {
  const { table, plan } = useSession()
  return (
    <header class="header">
      <h1 class="brand"><img src="./icon.svg" alt="" /> Kudari Lab</h1>
      <Show when={table() && plan()} fallback={<p class="about">{t(shellMessages.tagline)}</p>}>
        <p class="about">{t(shellMessages.rows, { rows: table()!.rows, source: table()!.source, target: plan()!.fit.target })}</p>
      </Show>
      <div class="tools">
        <div class="joined" role="group" aria-label={t(shellMessages.language)}>
          <For each={languages}>
            {({ code, name }) => <button type="button" class="quiet" lang={code} aria-pressed={language() === code} onClick={() => setLanguage(code)}>{name}</button>}
          </For>
        </div>
        <button
          type="button" class="quiet" title={t(theme() === 'dark' ? shellMessages.toLight : shellMessages.toDark)}
          aria-label={t(theme() === 'dark' ? shellMessages.toLight : shellMessages.toDark)} onClick={() => setTheme(theme() === 'dark' ? 'light' : 'dark')}
        >
          <Icon name={theme() === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button type="button" class="quiet" title={t(shellMessages.present)} aria-label={t(shellMessages.present)} onClick={present}>
          <Icon name="present" />
        </button>
        <Share />
      </div>
    </header>
  )
}
