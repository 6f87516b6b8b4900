/** KaTeX's stylesheet with its fonts inside, for a page that loads nothing. */

const fontFace = /@font-face\s*\{[^}]*\}/g

/** The fonts that the formulas of a model need; the decorative ones (script, fraktur, sans serif, ...) are left out. */
const families = /^KaTeX_(Main-(Regular|Bold|Italic)|Math-Italic|AMS-Regular|Size[1-4]-Regular)$/

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** A `@font-face` with its font inside; nothing for a font that is not needed. */
async function withFont(face: string, read: (name: string) => Promise<Uint8Array>): Promise<string> {
  const name = /url\([^)]*?(KaTeX_[\w-]+)\.woff2\)/.exec(face)?.[1]
  if (name === undefined || !families.test(name)) return ''
  const uri = `data:font/woff2;base64,${toBase64(await read(name))}`
  return face.replace(/src:[^;}]*/, `src:url(${uri}) format("woff2")`)
}

/**
 * KaTeX's stylesheet (`katex/dist/katex.min.css`) with the fonts that formulas of models need as data URIs, and without
 * any other `@font-face`.
 *
 * @param read gives the bytes of a WOFF2 font by its name, e.g. `KaTeX_Main-Regular`: the file of that name with the
 *   extension .woff2 in `katex/dist/fonts`. Only fonts that are needed are asked for.
 *
 * @example
 * const dist = path.dirname(fileURLToPath(import.meta.resolve('katex')))
 * await formulaStyle(await readFile(`${dist}/katex.min.css`, 'utf8'), (name) => readFile(`${dist}/fonts/${name}.woff2`))
 */
export async function formulaStyle(css: string, read: (name: string) => Promise<Uint8Array>): Promise<string> {
  const faces = await Promise.all(Array.from(css.matchAll(fontFace), ([face]) => withFont(face, read)))
  return css.replace(fontFace, () => faces.shift()!)
}
