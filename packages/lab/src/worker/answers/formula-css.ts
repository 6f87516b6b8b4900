/** KaTeX's stylesheet with its fonts inside, from the page's own files. */
import { formulaStyle } from '@kudari/report'
import css from 'katex/dist/katex.min.css?raw'

/** The address of every font by its name. */
const fonts = import.meta.glob<string>('../../../../../node_modules/katex/dist/fonts/*.woff2', { query: '?url', import: 'default', eager: true })
const addresses = new Map(Object.entries(fonts).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1, -'.woff2'.length), address]))

async function font(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(addresses.get(name)!, import.meta.url))
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

export const formulaCss = (): Promise<string> => formulaStyle(css, font)
