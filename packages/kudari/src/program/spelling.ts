/** How names and numbers are spelled in text, in NumPy and in TeX. */
import { operations } from '../ops/table.ts'
import type { DType } from '../tensor/dtype.ts'

/** The shortest decimal that is this number in its dtype: float32 0.1 is 0.1, not 0.10000000149011612. */
export function shortest(value: number, dtype: DType): string {
  if (Object.is(value, -0)) return '-0'
  if (dtype === 'float32' && Number.isFinite(value))
    for (let digits = 1; digits <= 9; digits++) {
      const short = Number(value.toPrecision(digits))
      if (Math.fround(short) === value) return `${short}`
    }
  return `${value}`
}

/** A number in the text of a Program. */
export const textNumber = (value: number, dtype: DType): string =>
  dtype === 'bool' ? `${value !== 0}` : shortest(value, dtype)

/** A number in Python; beside an array it takes the array's dtype. */
export function pythonNumber(value: number, dtype: DType): string {
  if (dtype === 'bool') return value === 0 ? 'False' : 'True'
  if (Number.isNaN(value)) return 'np.nan'
  if (!Number.isFinite(value)) return value > 0 ? 'np.inf' : '-np.inf'
  return Object.is(value, -0) ? '-0.0' : shortest(value, dtype)
}

/** A number of its own in NumPy, where there is no array to take the dtype from. */
export const numpyNumber = (value: number, dtype: DType): string =>
  `np.${dtype === 'bool' ? 'bool_' : dtype}(${pythonNumber(value, dtype)})`

const keywords = `False None True and as assert async await break class continue def del elif else except finally for from
  global if import in is lambda nonlocal not or pass raise return try while with yield np`.split(/\s+/)

/** The names that Python and the helpers of the op table have taken. */
function reservedNames(): Set<string> {
  const helpers = [...operations.values()].flatMap(({ numpyHelper = '' }) => /def (\w+)/.exec(numpyHelper)?.[1] ?? [])
  return new Set([...keywords, ...helpers])
}

let reserved: Set<string> | undefined

/** A name in Python: `layers.0.W` is `layers_0_W`, and what Python has a use for gets `_` behind it: `lambda_`. */
export function pythonName(name: string): string {
  const identifier = name.normalize('NFKC').replaceAll(/[^\p{ID_Continue}]/gu, '_')
  const started = /^\p{ID_Start}|^_/u.test(identifier) ? identifier : `_${identifier}`
  reserved ??= reservedNames()
  return reserved.has(started) ? `${started}_` : started
}

const greek = new Set(
  `alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi
  omega`.split(/\s+/),
)

const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** Text between the formulas, with what TeX has a use for escaped. */
const texText = (text: string): string =>
  text.replaceAll(/[\\{}$&#%_^~]/g, (character) => texEscapes[character] ?? `\\${character}`)

/** What a name may have as its index: a letter, Latin or Greek, with a number or without. */
const isIndex = (name: string): boolean => /^[A-Za-z]\d*$/.test(name) || greek.has(name.replace(/\d+$/, ''))

/**
 * A name in TeX: `yp` is y with index p (the talk's y predicted), `w0` is w with index 0, `alpha` the Greek letter; what
 * belongs to a parameter has it as its index: `m_W1` is m with index W1, and `m_hat_W1` wears a hat.
 */
export function texName(name: string): string {
  const letter = /^([a-z]+?)(\d*)$/.exec(name)
  if (letter && greek.has(letter[1])) return letter[2] === '' ? `\\${name}` : `\\${letter[1]}_{${letter[2]}}`
  const parts = /^([A-Za-z])([a-z]?\d*)$/.exec(name)
  if (parts) return parts[2] === '' ? name : `${parts[1]}_{${parts[2]}}`
  const indexed = /^(.+)_([A-Za-z]+\d*)$/.exec(name)
  if (indexed && isIndex(indexed[2])) {
    const base = texName(indexed[1])
    return `${base.includes('_{') ? `{${base}}` : base}_{${texName(indexed[2])}}`
  }
  const hatted = /^(.+)_hat$/.exec(name)
  if (hatted) return `\\hat{${texName(hatted[1])}}`
  return /^[\w.]+$/.test(name) ? `\\mathit{${texText(name)}}` : `\\text{${texText(name)}}`
}

/** A number in TeX: `1e-7` is 1 times 10 to the power of -7. */
export function texNumber(value: number, dtype: DType): string {
  if (dtype === 'bool') return `\\text{${value !== 0}}`
  if (Number.isNaN(value)) return '\\text{NaN}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  const [digits, exponent] = shortest(value, dtype).split('e')
  if (exponent === undefined) return digits
  const power = `10^{${Number(exponent)}}`
  return digits === '1' ? power : `${digits} \\times ${power}`
}
