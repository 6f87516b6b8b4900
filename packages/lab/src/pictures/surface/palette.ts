/** The page's colours, as the loss surface needs them. */
import { type Rgb, mixed, rgbOf } from '../colors.ts'

export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly path: string
  readonly gradient: string
  readonly font: string
  /** The colour of a height: 0 is the lowest, 1 the highest; brighter or darker by `light`, 1 as it is. */
  readonly height: (share: number, light?: number) => string
}

/** As CSS; light falls on whole colours. */
const written = (colour: Rgb, light: number): string => {
  const [r, g, b] = colour.map((part) => Math.round(Math.min(255, Math.round(part) * light)))
  return `rgb(${r} ${g} ${b})`
}

/** The colours that the page has now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const [low, high] = [mixed(rgbOf(token('nothing')), rgbOf(token('positive')), 0.88), rgbOf(token('nothing'))]
  return {
    paper: token('paper'),
    ink: token('ink'),
    soft: token('soft'),
    line: token('line'),
    path: token('class-1'),
    gradient: token('class-3'),
    font: style.fontFamily,
    height: (share, light = 1) => written(mixed(low, high, Math.min(Math.max(share, 0), 1)), light),
  }
}
