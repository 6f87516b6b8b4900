/** The page's colours and type as a canvas needs them: read from the stylesheet whenever the theme changes. */
import { CLASS_COLORS } from '@kudari/report'
import { type Rgb, rgbOf } from '../colors.ts'

/** Colours of -127 to 127, three bytes each. */
export type Ramp = Uint8ClampedArray

/** From negative over nothing to positive; from the first class to the second; from nothing to one class. */
export type RampName = 'diverging' | 'classes' | `class-${number}`

export interface Palette {
  readonly css: Readonly<Record<'ink' | 'soft' | 'line' | 'paper' | 'lit-line' | 'error' | 'nothing' | 'negative' | 'positive', string>>
  /** Small text: its font, as a canvas takes it, and its size in pixels, which is larger on a projector. */
  readonly font: string
  readonly text: number
  /** Of the class in this place. */
  readonly classOf: (k: number) => string
  readonly ramp: (name: RampName) => Ramp
}

/** The size of small text, in rem. */
const TEXT = 0.69

/** Colours evenly spaced from `low` over `middle` to `high`. */
export function rampOf(low: Rgb, middle: Rgb, high: Rgb): Ramp {
  const ramp = new Uint8ClampedArray(255 * 3)
  for (let byte = -127; byte <= 127; byte++) {
    const end = byte < 0 ? low : high
    for (let c = 0; c < 3; c++) ramp[(byte + 127) * 3 + c] = middle[c] + ((end[c] - middle[c]) * Math.abs(byte)) / 127
  }
  return ramp
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const css = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const colour = (name: string): Rgb => rgbOf(css(name))
  const names = ['ink', 'soft', 'line', 'paper', 'lit-line', 'error', 'nothing', 'negative', 'positive'] as const
  const classes = Array.from({ length: CLASS_COLORS }, (_, k) => css(`class-${k}`))
  const text = Math.round(TEXT * Number.parseFloat(style.fontSize))
  const ramps = new Map<RampName, Ramp>()
  const make = (name: RampName): Ramp => {
    if (name === 'diverging') return rampOf(colour('negative'), colour('nothing'), colour('positive'))
    if (name === 'classes') return rampOf(colour('class-0'), colour('nothing'), colour('class-1'))
    return rampOf(colour('nothing'), colour('nothing'), rgbOf(classes[Number(name.slice('class-'.length)) % CLASS_COLORS]))
  }
  return {
    css: Object.fromEntries(names.map((name) => [name, css(name)])) as Palette['css'],
    font: `${text}px ${getComputedStyle(document.body).fontFamily}`,
    text,
    classOf: (k) => classes[k % CLASS_COLORS],
    ramp(name) {
      const known = ramps.get(name) ?? make(name)
      ramps.set(name, known)
      return known
    },
  }
}

let last: { readonly of: string; readonly palette: Palette } | undefined

/** The colours of the theme that is on, and the type of the page as it is. */
export function palette(): Palette {
  const { dataset } = document.documentElement
  const of = `${dataset.theme} ${dataset.presenting}`
  if (last?.of !== of) last = { of, palette: readPalette() }
  return last.palette
}
