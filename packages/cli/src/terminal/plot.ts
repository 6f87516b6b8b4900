/**
 * Curves in a terminal: drawn in braille dots, with axes and with the mark of every curve on it.
 *
 * Own code, because no library fits: asciichart knows no x axis, simple-ascii-chart draws with whole characters and has no
 * logarithmic axis, drawille gives dots and nothing else. Scales and their ticks are d3's, as in the report.
 */
import { scaleLinear, scaleLog } from 'd3-scale'
import { formatNumber } from 'kudari'
import { Canvas, DOTS_HIGH, DOTS_WIDE } from './canvas.ts'
import { type Style, styled } from './style.ts'
import { displayWidth, padStart } from './width.ts'

/** One curve; points that are not finite leave a gap. */
export interface PlottedCurve {
  /** One column wide; it stands on the curve, which is told by it where there is no colour. */
  readonly mark: string
  readonly style: Style
  /** From left to right. */
  readonly x: readonly number[]
  readonly y: readonly number[]
}

export interface PlotFrame {
  /** Columns of the whole, axes among them. */
  readonly columns: number
  /** About so many lines, axes among them: the ticks decide. */
  readonly lines: number
  /** The y that must be seen, low < high, and above 0 on a logarithmic axis; what lies outside is cut off. */
  readonly range: readonly [low: number, high: number]
  readonly isLogarithmic: boolean
  /** What x counts. */
  readonly xName: string
  readonly color: boolean
}

/** Lines below the curves: the axis and its numbers. */
const AXIS_LINES = 2
/** A curve has its mark at least every so many columns. */
const MARK_EVERY = 16

type Scale = (value: number) => number

/** Ticks of a logarithmic axis, thinned to round ones where there are too many. */
function thinned(ticks: readonly number[], most: number): readonly number[] {
  const leading = (tick: number) => Number(tick.toExponential(0)[0])
  const roundest = [[1, 2, 5], [1, 3], [1]].map((digits) => ticks.filter((tick) => digits.includes(leading(tick))))
  return [ticks, ...roundest].find((kept) => kept.length <= most) ?? roundest[2]
}

interface Axis {
  /** From a value to dots. */
  readonly scale: Scale
  readonly ticks: readonly number[]
}

/** A number beside an axis, where there is little room: from a million on with its power of ten. */
const tickText = (tick: number): string => (Math.abs(tick) >= 1e6 ? Number(tick.toPrecision(6)).toExponential().replace('e+', 'e') : formatNumber(tick))

/** The y axis, and how many lines it takes: so many that its ticks are the same number of lines apart. */
function verticalAxis({ range, isLogarithmic }: PlotFrame, wanted: number): Axis & { readonly lines: number } {
  const most = Math.max(2, Math.floor(wanted / 2))
  const scale = (isLogarithmic ? scaleLog() : scaleLinear()).domain([...range])
  const spansDecade = scale.domain()[1] / scale.domain()[0] >= 10
  // Powers of ten at the ends, unless the curves would then be flat.
  if (!isLogarithmic || spansDecade) scale.nice(most)
  const ticks = isLogarithmic ? thinned(scale.ticks(most), most) : scale.ticks(most)
  const [low, high] = scale.domain()
  const intervals = isLogarithmic ? (spansDecade ? Math.round(Math.log10(high / low)) : wanted - 1) : ticks.length - 1
  const lines = intervals * Math.max(1, Math.round((wanted - 1) / intervals)) + 1
  // The first and the last tick lie in the middle of their lines.
  const middle = (DOTS_HIGH - 1) / 2
  return { scale: scale.range([lines * DOTS_HIGH - 1 - middle, middle]), ticks, lines }
}

/** Columns that the label of a tick of the x axis may take, with the space beside it. */
const TICK_COLUMNS = 10

function horizontalAxis(curves: readonly PlottedCurve[], columns: number): Axis {
  let [low, high] = [Infinity, -Infinity]
  for (const { x } of curves) {
    if (x.length === 0) continue
    low = Math.min(low, x[0])
    high = Math.max(high, x[x.length - 1])
  }
  if (low > high) return { scale: () => 0, ticks: [] }
  const scale = scaleLinear(low === high ? [low, low + 1] : [low, high], [0, columns * DOTS_WIDE - 1])
  const ticks = scale.ticks(Math.max(2, Math.floor(columns / TICK_COLUMNS)))
  return { scale, ticks: ticks.filter((tick) => Number.isInteger(tick) && tick <= high) }
}

function drawCurve(canvas: Canvas, { x, y }: PlottedCurve, owner: number, xScale: Scale, yScale: Scale): void {
  let before: readonly [number, number] | undefined
  for (let i = 0; i < x.length; i++) {
    const dot = [xScale(x[i]), yScale(y[i])] as const
    const isShown = Number.isFinite(dot[1])
    if (isShown) canvas.line(before ?? dot, dot, owner)
    before = isShown ? dot : undefined
  }
}

/** Puts the mark of every curve at its end and at places along it where no other mark is. */
function putMarks(canvas: Canvas, curves: readonly PlottedCurve[]): void {
  const put = (curve: number, columns: readonly number[]): void => {
    for (const column of columns) {
      const line = canvas.passage(curve, column)
      if (line !== undefined && !canvas.hasText(column, line)) return canvas.put(column, line, curves[curve].mark, curve)
    }
  }
  const all = Array.from({ length: canvas.columns }, (_, column) => column)
  for (const curve of curves.keys()) put(curve, all.toReversed())
  const every = Math.max(MARK_EVERY, curves.length * 3)
  for (const curve of curves.keys())
    for (let at = Math.floor((every * (curve + 0.5)) / curves.length); at < canvas.columns - MARK_EVERY / 2; at += every)
      put(curve, all.slice(at, at + 3))
}

/** The line of the x axis, and its numbers. */
function axisLines(columns: number, { scale, ticks }: Axis): [string, string] {
  const places = ticks.map((tick) => ({ column: Math.floor(scale(tick) / DOTS_WIDE), label: tickText(tick) }))
  const line = Array.from({ length: columns }, (_, column) => (places.some((place) => place.column === column) ? '┬' : '─'))
  let labels = ''
  for (const { column, label } of places) {
    const start = Math.max(0, Math.min(column - Math.floor(label.length / 2), columns - label.length))
    if (labels === '' || start > labels.length) labels = labels.padEnd(start) + label
  }
  return [line.join(''), labels]
}

/**
 * Curves as lines of text.
 *
 * @param curves the later ones lie above the earlier ones.
 * @example
 * plotLines([{ mark: 'A', style: 'cyan', x: [0, 1, 2, 3], y: [9, 4, 1, 0] }], { columns: 40, lines: 12, range: [0, 9], ... })
 */
export function plotLines(curves: readonly PlottedCurve[], frame: PlotFrame): string[] {
  const vertical = verticalAxis(frame, frame.lines - AXIS_LINES)
  const { lines } = vertical
  const labels = new Map(vertical.ticks.map((tick) => [Math.floor(vertical.scale(tick) / DOTS_HIGH), tickText(tick)]))
  const margin = Math.max(...[...labels.values()].map(displayWidth))
  const canvas = new Canvas(frame.columns - margin - 2, lines)
  const horizontal = horizontalAxis(curves, canvas.columns)
  for (const [i, curve] of curves.entries()) drawCurve(canvas, curve, i, horizontal.scale, vertical.scale)
  putMarks(canvas, curves)

  const drawn = Array.from({ length: lines }, (_, line) => {
    const label = labels.get(line)
    return `${padStart(label ?? '', margin)} ${label === undefined ? '│' : '┤'}${paint(canvas, line, curves, frame)}`.trimEnd()
  })
  const [axis, numbers] = axisLines(canvas.columns, horizontal)
  const name = padStart(frame.xName, canvas.columns - displayWidth(numbers))
  const below = displayWidth(frame.xName) + 2 + numbers.length > canvas.columns ? [numbers, padStart(frame.xName, canvas.columns)] : [numbers + name]
  return [...drawn, `${' '.repeat(margin + 1)}└${axis}`, ...below.map((text) => ' '.repeat(margin + 2) + text)]
}

/** A line of the canvas in the colours of its curves; neighbours of one colour share it. */
function paint(canvas: Canvas, line: number, curves: readonly PlottedCurve[], { color }: PlotFrame): string {
  const runs: { owner: number | undefined; text: string }[] = []
  for (const { text, owner } of canvas.cells(line)) {
    const last = runs.at(-1)
    if (last && last.owner === owner) last.text += text
    else runs.push({ owner, text })
  }
  return runs.map(({ owner, text }) => (owner === undefined ? text : styled({ color }, curves[owner].style, text))).join('')
}
