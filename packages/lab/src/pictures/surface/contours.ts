/** The ground of the map: bands of equal loss with lines between them, their heights written beside them, and the axes. */
import { ticks } from 'd3-array'
import { contours } from 'd3-contour'
import type { Grid } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { lineThrough, trace } from './drawing.ts'
import { briefly, extentOf, levelsOf } from './levels.ts'
import type { Palette } from './palette.ts'
import { type Place, isInside, toScreen } from './place.ts'

/** Lines of equal loss, as areas of what is higher; coordinates go from 0 to 1 over the grid. */
export interface Level {
  readonly value: number
  readonly area: Path2D
  readonly rings: readonly (readonly Point[])[]
}

/** The levels of a grid. What is no number, or infinite, counts as highest. */
export function levelAreas({ columns, rows, heights }: Grid): Level[] {
  const [, highest] = extentOf(heights)
  const values = Array.from(heights, (height) => (Number.isFinite(height) ? height : highest))
  // Points of the grid are in the middle of cells for d3.
  const unit = ([x, y]: readonly number[]): Point => [(x - 0.5) / (columns - 1), (y - 0.5) / (rows - 1)]
  return contours().size([columns, rows]).thresholds(levelsOf(heights))(values).map(({ value, coordinates }) => {
    const rings = coordinates.flat().map((ring) => ring.map(unit))
    const area = new Path2D()
    for (const ring of rings) {
      lineThrough(area, ring)
      area.closePath()
    }
    return { value, area, rings }
  })
}

/** Heights beside their lines, where a line from the lowest place to the upper right crosses them. */
function writeHeights(context: CanvasRenderingContext2D, place: Place, onScreen: (unit: Point) => Point, levels: readonly Level[], lowest: Point, { ink, height }: Palette): void {
  const taken: Point[] = []
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  for (const [k, { value, rings }] of levels.entries()) {
    const points = rings.flat().map(onScreen).filter((point) => isInside(place, point, 16))
    const score = ([x, y]: Point): number => x - lowest[0] - (y - lowest[1]) - 0.4 * Math.abs(x - lowest[0] + (y - lowest[1]))
    const best = points.reduce<Point | undefined>((found, point) => (found === undefined || score(point) > score(found) ? point : found), undefined)
    if (!best || taken.some(([x, y]) => Math.abs(x - best[0]) < 34 && Math.abs(y - best[1]) < 15)) continue
    taken.push(best)
    context.strokeStyle = height((k + 0.5) / levels.length)
    context.strokeText(briefly(value, 4), ...best)
    context.fillStyle = ink
    context.fillText(briefly(value, 4), ...best)
  }
}

export interface Ground {
  readonly levels: readonly Level[]
  /** The part of the plane that the grid is of. */
  readonly gridPlace: Place
  readonly place: Place
  readonly lowest: Point | undefined
  readonly names: readonly [across: string, up: string]
}

export function paintGround(context: CanvasRenderingContext2D, { levels, gridPlace, place, lowest, names }: Ground, palette: Palette): void {
  const { left, top, width, height, box } = place
  const [x0, y0] = toScreen(place, [gridPlace.box.a[0], gridPlace.box.b[0]])
  const [x1, y1] = toScreen(place, [gridPlace.box.a[1], gridPlace.box.b[1]])
  const matrix = new DOMMatrix([x1 - x0, 0, 0, y1 - y0, x0, y0])
  const onScreen = ([x, y]: Point): Point => [x0 + (x1 - x0) * x, y0 + (y1 - y0) * y]
  context.save()
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.fillStyle = palette.line
  context.fillRect(left, top, width, height)
  context.beginPath()
  context.rect(x0, y1, x1 - x0, y0 - y1)
  context.clip()
  context.fillStyle = palette.height(0)
  context.fillRect(left, top, width, height)
  const areas = levels.map(({ area }) => {
    const moved = new Path2D()
    moved.addPath(area, matrix)
    return moved
  })
  for (const [k, area] of areas.entries()) {
    context.fillStyle = palette.height((k + 1) / areas.length)
    context.fill(area)
  }
  context.lineWidth = 1
  context.strokeStyle = palette.ink
  context.globalAlpha = 0.28
  for (const area of areas) context.stroke(area)
  context.globalAlpha = 1
  context.font = `11px ${palette.font}`
  writeHeights(context, place, onScreen, levels, toScreen(place, lowest ?? [box.a[0], box.b[0]]), palette)
  if (lowest) paintCross(context, toScreen(place, lowest), palette)
  context.restore()
  paintAxes(context, place, names, palette)
}

function paintCross(context: CanvasRenderingContext2D, [x, y]: Point, { paper }: Palette): void {
  context.strokeStyle = paper
  context.lineWidth = 2
  context.globalAlpha = 0.9
  trace(context, [[x - 6, y], [x + 6, y]])
  trace(context, [[x, y - 6], [x, y + 6]])
  context.globalAlpha = 1
}

function paintAxes(context: CanvasRenderingContext2D, place: Place, [across, up]: readonly [string, string], { soft, ink, font, line }: Palette): void {
  const { left, top, width, height, box: { a, b } } = place
  const [bottom, right] = [top + height, left + width]
  context.font = `11px ${font}`
  context.strokeStyle = line
  context.lineWidth = 1
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1)
  context.fillStyle = soft
  context.strokeStyle = soft
  context.textBaseline = 'top'
  context.textAlign = 'center'
  for (const tick of ticks(a[0], a[1], width / 70)) {
    const [x] = toScreen(place, [tick, b[0]])
    trace(context, [[x, bottom], [x, bottom + 4]])
    context.fillText(briefly(tick, 5), x, bottom + 6)
  }
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const tick of ticks(b[0], b[1], height / 45)) {
    const [, y] = toScreen(place, [a[0], tick])
    trace(context, [[left - 4, y], [left, y]])
    context.fillText(briefly(tick, 5), left - 7, y)
  }
  context.fillStyle = ink
  context.font = `600 12px ${font}`
  context.textBaseline = 'alphabetic'
  context.textAlign = 'right'
  context.fillText(across, right, bottom + 33, width)
  context.textAlign = 'left'
  context.fillText(up, 4, top - 8, right - 4)
}
