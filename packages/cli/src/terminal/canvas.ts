/** A canvas of dots in a terminal: a braille character is two dots wide and four high. */

/** The first braille pattern, without dots; each dot has a bit of its own above it (Unicode 2800-28FF). */
const BLANK = 0x2800
/** The bit of each dot of a character, by row and column. */
const bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]] as const

export const DOTS_WIDE = 2
export const DOTS_HIGH = 4

/** A place in dots: x to the right, y downwards. Places outside of the canvas are allowed. */
export type Dot = readonly [x: number, y: number]

/** One character of the canvas, and who drew on it last. */
export interface CanvasCell {
  readonly text: string
  readonly owner: number | undefined
}

/** Dots that are drawn on, each character belonging to the owner that drew on it last. */
export class Canvas {
  readonly columns: number
  readonly lines: number
  readonly #dots: Uint8Array
  readonly #owners: (number | undefined)[]
  readonly #texts = new Map<number, string>()
  /** For each owner and column, the line in which the owner drew last. */
  readonly #passages = new Map<number, (number | undefined)[]>()

  constructor(columns: number, lines: number) {
    this.columns = columns
    this.lines = lines
    this.#dots = new Uint8Array(columns * lines)
    this.#owners = Array.from({ length: columns * lines }, () => undefined)
  }

  #set(x: number, y: number, owner: number): void {
    const [column, line] = [Math.floor(x / DOTS_WIDE), Math.floor(y / DOTS_HIGH)]
    const cell = line * this.columns + column
    this.#dots[cell] |= bits[y % DOTS_HIGH][x % DOTS_WIDE]
    this.#owners[cell] = owner
    const passages = this.#passages.get(owner) ?? []
    passages[column] = line
    this.#passages.set(owner, passages)
  }

  /** The line of a column in which an owner drew last; undefined where it did not. */
  passage(owner: number, column: number): number | undefined {
    return this.#passages.get(owner)?.[column]
  }

  /** Draws the part of a line that lies between top and bottom; x must lie on the canvas. */
  line(from: Dot, to: Dot, owner: number): void {
    const part = between(from, to, 0, this.lines * DOTS_HIGH - 1)
    if (part === undefined) return
    const [[x0, y0], [x1, y1]] = part.map(([x, y]) => [Math.round(x), Math.round(y)] as const)
    // One dot for each step along the longer side.
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1)
    for (let i = 0; i <= steps; i++) this.#set(Math.round(x0 + ((x1 - x0) * i) / steps), Math.round(y0 + ((y1 - y0) * i) / steps), owner)
  }

  /** Puts a text that is one column wide in the place of a character. */
  put(column: number, line: number, text: string, owner: number): void {
    this.#texts.set(line * this.columns + column, text)
    this.#owners[line * this.columns + column] = owner
  }

  hasText(column: number, line: number): boolean {
    return this.#texts.has(line * this.columns + column)
  }

  /** The characters of a line. */
  cells(line: number): CanvasCell[] {
    return Array.from({ length: this.columns }, (_, column) => {
      const cell = line * this.columns + column
      const dots = this.#dots[cell]
      return { text: this.#texts.get(cell) ?? (dots === 0 ? ' ' : String.fromCharCode(BLANK + dots)), owner: this.#owners[cell] }
    })
  }
}

/** The part of a line whose y lies from `low` to `high`; undefined where there is none. */
function between(from: Dot, to: Dot, low: number, high: number): readonly [Dot, Dot] | undefined {
  const [[x0, y0], [x1, y1]] = [from, to]
  if (Math.max(y0, y1) < low || Math.min(y0, y1) > high) return undefined
  const at = (y: number): Dot => [x0 + ((x1 - x0) * (y - y0)) / (y1 - y0), y]
  const cut = (dot: Dot): Dot => (dot[1] < low ? at(low) : dot[1] > high ? at(high) : dot)
  return [cut(from), cut(to)]
}
