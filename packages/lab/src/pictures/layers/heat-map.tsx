/** A matrix as a heat map whose cells can be pointed at, or walked through by arrow keys. */
import type { Blocks } from '../../worker/inside/blocks.ts'
import { toByte } from '../../worker/inside/bytes.ts'
import { paintSteps } from '../canvas/cells.ts'
import { Painting, type Pen } from '../canvas/painting.tsx'
import { palette } from '../canvas/palette.ts'

export interface HeatMapProps {
  readonly blocks: Blocks
  /** The size of a number that has the full colour. */
  readonly limit: number
  /** Names beside rows and above columns, where there is room. */
  readonly rowName: (i: number) => string
  readonly columnName: (j: number) => string
  /** The cell that is pointed at. */
  readonly cell: number | undefined
  readonly onCell: (cell: number | undefined) => void
  /** What the map shows, and what the cell that is pointed at says. */
  readonly label: string
  readonly reading: string
}

/** The largest share of the width that names take. */
const MOST_FOR_NAMES = 0.34
/** Sides of cells, in sizes of text: with room for a name; the highest; the widest. Highest of all cells together: */
const [LEAST_CELL, HIGHEST_CELL, WIDEST_CELL, MOST_HIGH] = [1.3, 2.7, 11, 31]
/** Cells of so many pixels stand apart. */
const APART = 7

interface Layout {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
}

/** Whether every row has room for its name. */
const hasRoom = ({ height, rowsPerCell }: Blocks): boolean => rowsPerCell === 1 && height * LEAST_CELL <= MOST_HIGH

/**
 * Where the cells of a map lie.
 *
 * @param text the size of small text.
 */
function layoutOf(blocks: Blocks, total: number, widestName: number, text: number): Layout {
  const { height, width, columnsPerCell } = blocks
  const left = hasRoom(blocks) && height > 1 ? Math.ceil(Math.min(total * MOST_FOR_NAMES, widestName + 6)) : 0
  const across = Math.min((total - left) / width, WIDEST_CELL * text)
  const top = columnsPerCell === 1 && across >= LEAST_CELL * text ? text + 5 : 0
  const even = hasRoom(blocks) ? Math.min(Math.max(across, LEAST_CELL * text), HIGHEST_CELL * text) : across
  return { left, top, across, down: Math.min(even, (MOST_HIGH * text) / height) }
}

const measure = (() => {
  let context: CanvasRenderingContext2D | undefined
  return (names: readonly string[]): number => {
    context ??= document.createElement('canvas').getContext('2d')!
    context.font = palette().font
    return names.reduce((most, name) => Math.max(most, context!.measureText(name).width), 0)
  }
})()

/** A text cut to what fits. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text
  let cut = text
  while (cut.length > 1 && context.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1)
  return context.measureText(`${cut}…`).width <= room ? `${cut}…` : ''
}

export function HeatMap(props: HeatMapProps) {
  let layout: Layout = { left: 0, top: 0, across: 1, down: 1 }

  const layoutFor = (total: number): Layout => {
    const { blocks } = props
    const widest = hasRoom(blocks) ? measure(Array.from({ length: blocks.height }, (_, i) => props.rowName(i))) : 0
    return layoutOf(blocks, total, widest, palette().text)
  }
  const of = () => ({
    blocks: props.blocks,
    limit: props.limit,
    cell: props.cell,
    names: { row: props.rowName, column: props.columnName },
  })

  function paintNames({ context, palette }: Pen, { height, width }: Blocks, names: { row: (i: number) => string; column: (j: number) => string }): void {
    context.font = palette.font
    context.fillStyle = palette.css.soft
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    if (layout.left > 0)
      for (let i = 0; i < height; i++) context.fillText(fitted(context, names.row(i), layout.left - 5), layout.left - 5, layout.top + (i + 0.5) * layout.down)
    context.textAlign = 'center'
    if (layout.top > 0)
      for (let j = 0; j < width; j++) context.fillText(fitted(context, names.column(j), layout.across - 2), layout.left + (j + 0.5) * layout.across, palette.text / 2 + 1)
  }

  function paint(pen: Pen, { blocks, limit, cell, names }: ReturnType<typeof of>): void {
    const { context, palette } = pen
    const { height, width, cells } = blocks
    const { left, top, across, down } = layout
    const steps = Int8Array.from(cells, (value) => toByte(value, 0, limit))
    paintSteps(pen, steps, width, height, palette.ramp('diverging'), { x: left, y: top, width: across * width, height: down * height }, false)
    if (Math.min(across, down) >= APART) {
      context.fillStyle = palette.css.paper
      for (let j = 1; j < width; j++) context.fillRect(left + j * across - 0.5, top, 1, down * height)
      for (let i = 1; i < height; i++) context.fillRect(left, top + i * down - 0.5, across * width, 1)
    }
    paintNames(pen, blocks, names)
    if (cell === undefined) return
    context.strokeStyle = palette.css.ink
    context.lineWidth = 2
    const [x, y] = [left + (cell % width) * across, top + Math.floor(cell / width) * down]
    context.strokeRect(x - 1, y - 1, Math.max(across, 3) + 2, Math.max(down, 3) + 2)
  }

  function onPointer(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
    const box = event.currentTarget.getBoundingClientRect()
    const { height, width } = props.blocks
    const column = Math.floor((event.clientX - box.left - layout.left) / layout.across)
    const row = Math.floor((event.clientY - box.top - layout.top) / layout.down)
    props.onCell(column >= 0 && column < width && row >= 0 && row < height ? row * width + column : undefined)
  }

  function onKey(event: KeyboardEvent): void {
    const { height, width } = props.blocks
    const moves: Readonly<Record<string, number | undefined>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    const next = (props.cell ?? 0) + move
    if (next >= 0 && next < height * width) props.onCell(next)
  }

  return (
    <div
      class="heat-map" role="slider" tabindex="0" aria-label={props.label} aria-valuemin="0" aria-valuemax={props.blocks.cells.length - 1}
      aria-valuenow={props.cell ?? 0} aria-valuetext={props.reading}
      onPointerMove={onPointer} onPointerDown={onPointer} onPointerLeave={() => props.onCell(undefined)} onKeyDown={onKey}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && props.onCell(props.cell ?? 0)} onBlur={() => props.onCell(undefined)}
    >
      <Painting
        of={of}
        height={(width) => {
          layout = layoutFor(width)
          return layout.top + layout.down * props.blocks.height
        }}
        paint={paint}
      />
    </div>
  )
}
