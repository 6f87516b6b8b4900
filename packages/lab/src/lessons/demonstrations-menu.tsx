/** The menu of demonstrations: two clicks to each thing that goes wrong. */
import { For, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from '../language.ts'
import { type Demonstration, demonstrations } from './demonstrations.ts'
import { demonstrationMessages, demonstrationNames } from './messages.ts'

export function DemonstrationsMenu(props: { readonly onOpen: (demonstration: Demonstration) => void }) {
  const [menu, setMenu] = createSignal<HTMLDetailsElement>()
  const close = (isFocused: boolean): void => {
    const place = menu()
    if (!place?.open) return
    place.open = false
    if (isFocused) place.querySelector('summary')?.focus()
  }
  onMount(() => {
    const closeFromOutside = ({ target }: Event): void => {
      if (target instanceof Node && menu()?.contains(target) === false) close(false)
    }
    document.addEventListener('pointerdown', closeFromOutside)
    onCleanup(() => document.removeEventListener('pointerdown', closeFromOutside))
  })
  return (
    <details
      class="demonstrations" ref={setMenu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close(true)
      }}
      onFocusOut={({ relatedTarget }) => relatedTarget instanceof Node && menu()?.contains(relatedTarget) === false && close(false)}
    >
      <summary>{t(demonstrationMessages.name)}</summary>
      <div class="choice">
        <p class="soft">{t(demonstrationMessages.about)}</p>
        <ul>
          <For each={demonstrations}>
            {(demonstration) => (
              <li>
                <button
                  type="button" class="quiet"
                  onClick={() => {
                    close(true)
                    props.onOpen(demonstration)
                  }}
                >
                  {t(demonstrationNames[demonstration.kind]!)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </details>
  )
}
