/** A formula, set by KaTeX, which is fetched when the first of them comes onto the screen. */
import { Show, createEffect, createSignal } from 'solid-js'
import { createVisible } from '../pictures/canvas/visible.ts'

export interface FormulaProps {
  readonly tex: string
  /** On a line of its own, in full size. */
  readonly isDisplay?: boolean
  /** What is read aloud in its place, where it is the name of a button. Default: the formula. */
  readonly spoken?: string
}

const [katex, setKatex] = createSignal<Promise<typeof import('katex')>>()

/** KaTeX, with the stylesheet that its formulas need. */
async function load(): Promise<typeof import('katex')> {
  const [loaded] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  return loaded
}

/** Names may be given classes (`\\htmlClass`), so that a term can be pointed at; nothing else of HTML comes through. */
export function Formula(props: FormulaProps) {
  const [place, setPlace] = createSignal<HTMLSpanElement>()
  const isVisible = createVisible(place)
  let latest = ''
  createEffect(() => isVisible() && setKatex((before) => before ?? load()))
  createEffect(() => {
    const [element, tex, displayMode] = [place()!, props.tex, props.isDisplay ?? false]
    latest = tex
    void katex()?.then(({ render }) => tex === latest && render(tex, element, { displayMode, throwOnError: false, strict: false, trust: ({ command }) => command === '\\htmlClass' }))
  })
  return (
    <>
      <Show when={props.spoken}>{(text) => <span class="visually-hidden">{text()}</span>}</Show>
      <span class="formula" classList={{ display: props.isDisplay ?? false }} aria-hidden={props.spoken !== undefined} ref={setPlace} />
    </>
  )
}
