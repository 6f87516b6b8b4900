/** What a picture shows, in words: the first sentences, and the others where somebody wants to read on. */
import { Show, createSignal } from 'solid-js'
import { language, t } from '../language.ts'
import { isPresenting } from '../shell/presentation.ts'
import { captionMessages } from './messages.ts'

/** So many sentences are always there; fewer on a projector, where somebody speaks. */
const FIRST = 3
const PRESENTED = 1

const END = /(?<=。)|(?<=[.)”])\s+(?=[A-Z“])/

export function Caption(props: { readonly sentences: readonly string[] }) {
  const [isWhole, setWhole] = createSignal(false)
  const all = () => props.sentences.flatMap((text) => text.split(END)).filter((sentence) => sentence !== '')
  const first = () => (isPresenting() ? PRESENTED : FIRST)
  const shown = () => all().slice(0, isWhole() ? undefined : first()).join(language() === 'ja' ? '' : ' ')
  return (
    <p class="caption">
      {shown()}
      <Show when={all().length > first()}>
        {' '}<button type="button" class="read-on" aria-expanded={isWhole()} onClick={() => setWhole((before) => !before)}>{t(isWhole() ? captionMessages.less : captionMessages.more)}</button>
      </Show>
    </p>
  )
}
