/** A formula, set by KaTeX, which is loaded when the first one is to be seen. */
import { createEffect, createSignal } from 'solid-js'

const katex = async (): Promise<typeof import('katex').default> => {
  const [{ default: loaded }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  return loaded
}

let loading: ReturnType<typeof katex> | undefined

export interface FormulaProps {
  readonly tex: string
  /** On a line of its own, in full size. */
  readonly display?: boolean
}

/** Names may be given classes (`\htmlClass`), so that a term can be pointed at; nothing else of HTML comes through. */
export function Formula(props: FormulaProps) {
  const [place, setPlace] = createSignal<HTMLSpanElement>()
  createEffect(() => {
    const { tex, display = false } = props
    const element = place()
    if (!element) return
    loading ??= katex()
    void loading.then((loaded) =>
      loaded.render(tex, element, {
        displayMode: display, throwOnError: false, output: 'htmlAndMathml', strict: false,
        trust: ({ command }) => command === '\\htmlClass',
      }))
  })
  return <span class="formula" classList={{ display: props.display ?? false }} ref={setPlace}>{props.tex}</span>
}
