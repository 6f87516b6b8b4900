/** Names of tensors in running text as formulas write them: `W1` with its number as an index, `gamma1` as a Greek letter. */
import { type Html, html } from './html.ts'

const letters: Readonly<Record<string, string>> = { gamma: 'γ', beta: 'β' }

export function symbol(name: string): Html {
  const [, base, index] = /^(.*?)(\d*)$/.exec(name)!
  return html`<var>${letters[base] ?? base}${index === '' ? undefined : html`<sub>${index}</sub>`}</var>`
}
