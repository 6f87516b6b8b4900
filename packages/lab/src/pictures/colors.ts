/** Colours of the page as numbers, for what is painted pixel by pixel. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** @param text `#rrggbb`, `#rgb`, or `rgb(r, g, b)`. */
export function rgbOf(text: string): Rgb {
  const digits = text.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  const [red, green, blue] = digits.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16))
    : (digits.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue]
}

/** A colour of style/tokens.css as it is at present. */
export const tokenColor = (name: string): Rgb => rgbOf(getComputedStyle(document.documentElement).getPropertyValue(`--${name}`))

export const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share]
