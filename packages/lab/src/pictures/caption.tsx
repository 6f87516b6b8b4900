/** What a picture shows, in words: the first sentences, and the others where somebody wants to read on. */
import { Show, createSignal } from 'solid-js'
import { language, t } from '../language.ts'
import { captionMessages } from './messages.ts'

/** So many sentences are always there. */
const FIRST = 2

export function Caption(props: { readonly sentences: readonly string[] }) {
  const [isWhole, setWhole] = createSignal(false)
  const shown = () => props.sentences.slice(0, isWhole() ? undefined : FIRST).join(language() === 'ja' ? '' : ' ')
  return (
    <p class="caption">
      {shown()}
      <Show when={props.sentences.length > FIRST}>
        {' '}<button type="button" class="read-on" aria-expanded={isWhole()} onClick={() => setWhole((before) => !before)}>{t(isWhole() ? captionMessages.less : captionMessages.more)}</button>
      </Show>
    </p>
  )
}
