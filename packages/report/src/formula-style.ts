/** KaTeX's stylesheet with its fonts inside, for a page that loads nothing. */

/** The fonts that the formulas of a model need; the decorative ones (script, fraktur, sans serif, ...) are left out. */
const families = /^KaTeX_(Main-(Regular|Bold|Italic)|Math-Italic|AMS-Regular|Size[1-4]-Regular)$/

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/**
 * KaTeX's stylesheet (`katex/dist/katex.min.css`) with the fonts that formulas of models need as data URIs, and without
 * any other `@font-face`.
 *
 * @param font gives the bytes of a WOFF2 font by its name, e.g. `KaTeX_Main-Regular`: the file of that name with the
 *   extension .woff2 in `katex/dist/fonts`.
 *
 * @example
 * const dist = path.dirname(fileURLToPath(import.meta.resolve('katex')))
 * formulaStyle(readFileSync(`${dist}/katex.min.css`, 'utf8'), (name) => readFileSync(`${dist}/fonts/${name}.woff2`))
 */
export const formulaStyle = (css: string, font: (name: string) => Uint8Array): string =>
  css.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
    const name = /url\([^)]*?(KaTeX_[\w-]+)\.woff2\)/.exec(face)?.[1]
    if (name === undefined || !families.test(name)) return ''
    const uri = `data:font/woff2;base64,${toBase64(font(name))}`
    return face.replace(/src:[^;}]*/, `src:url(${uri}) format("woff2")`)
  })
