/** Paints the surface in space: patches from the farthest to the nearest, lines of equal loss on them, the path, and a ball where the run is. */
import { ticks } from 'd3-array'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box, Grid } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { LONGEST, arrow, disc, lineThrough, trace } from './drawing.ts'
import { heightAt } from './heights.ts'
import { briefly, extentOf, levelsOf } from './levels.ts'
import type { Palette } from './palette.ts'
import { type Gaze, REACH, type Screen, type Spot, type Upright, crossings, groundOf, inOrder, projection, shareAmong, upright } from './relief.ts'

export interface Relief {
  readonly grid: Grid
  readonly box: Box
  readonly gaze: Gaze
  readonly names: readonly [across: string, along: string, up: string]
}

/** What moves on it. */
export interface LiftedWalk extends Pick<SurfaceView, 'path' | 'point' | 'step'> {
  /** How many points of the path lie behind the present moment. */
  readonly walked: number
}

/** The sun, as seen from the body. */
const LIGHT: Spot = [-0.45, -0.35, 0.82]
const SHORTEST = 34

type Project = ReturnType<typeof projection>

/** Heights that are none are left out; those far above the picture do not occur, since it is as high as they are. */
function paintPatches(context: CanvasRenderingContext2D, { grid: { columns, rows, heights }, gaze }: Relief, project: Project, up: Upright, { height: colour, ink }: Palette): void {
  const levels = levelsOf(heights)
  const spots = Array.from(heights, (height, k): Spot =>
    [(2 * ((k % columns) / (columns - 1)) - 1) * REACH[0], (2 * (Math.floor(k / columns) / (rows - 1)) - 1) * REACH[1], up.of(height)])
  const places = spots.map((spot) => project(spot).at)
  context.lineJoin = 'round'
  for (const j of inOrder(rows - 1, Math.cos(gaze.yaw) > 0))
    for (const i of inOrder(columns - 1, Math.sin(gaze.yaw) > 0)) {
      const k = j * columns + i
      const corners = [k, k + 1, k + columns + 1, k + columns]
      const own = corners.map((corner) => heights[corner])
      if (!own.every(Number.isFinite)) continue
      const share = shareAmong(levels, up.low, (own[0] + own[1] + own[2] + own[3]) / 4)
      context.fillStyle = colour(share, shade(spots, corners))
      context.strokeStyle = context.fillStyle
      context.lineWidth = 0.7
      context.beginPath()
      lineThrough(context, corners.map((corner) => places[corner]))
      context.closePath()
      context.fill()
      context.stroke()
      const [least, most] = [Math.min(...own), Math.max(...own)]
      for (const level of levels) {
        if (level <= least || level > most) continue
        const ends = crossings(own, level, (side, part): Point => {
          const [from, to] = [places[corners[side]], places[corners[(side + 1) % 4]]]
          return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
        })
        context.strokeStyle = ink
        context.globalAlpha = 0.35
        context.lineWidth = 0.9
        context.beginPath()
        for (let end = 0; end + 1 < ends.length; end += 2) lineThrough(context, ends.slice(end, end + 2))
        context.stroke()
        context.globalAlpha = 1
      }
    }
}

/** How bright a patch is: by the angle between its normal and the light. */
function shade(spots: readonly Spot[], [k, right, , above]: readonly number[]): number {
  const slopeX = ((spots[right][2] - spots[k][2]) * REACH[2]) / (spots[right][0] - spots[k][0])
  const slopeY = ((spots[above][2] - spots[k][2]) * REACH[2]) / (spots[above][1] - spots[k][1])
  const length = Math.hypot(slopeX, slopeY, 1)
  return 0.84 + 0.22 * ((-slopeX * LIGHT[0] - slopeY * LIGHT[1] + LIGHT[2]) / length)
}

/** The corners of the ground that matter: in front, and the one at the left, where the upright stands. */
function cornersOf({ gaze }: Relief, project: Project) {
  const [X, Y] = REACH
  const [x, y] = [Math.sin(gaze.yaw) > 0 ? -X : X, Math.cos(gaze.yaw) > 0 ? -Y : Y]
  const [left] = ([[x, -y], [-x, y]] as const).toSorted((p, q) => project([...p, 0]).at[0] - project([...q, 0]).at[0])
  return { x, y, left }
}

/** The edges of the ground, behind the surface. */
function paintFloor(context: CanvasRenderingContext2D, project: Project, { line }: Palette): void {
  const [X, Y] = REACH
  context.lineWidth = 1
  context.strokeStyle = line
  trace(context, [[-X, -Y], [X, -Y], [X, Y], [-X, Y], [-X, -Y]].map(([x, y]) => project([x, y, 0]).at))
}

/** Numbers and names along the edges in front and the upright one. */
function paintScales(context: CanvasRenderingContext2D, relief: Relief, { width }: Screen, project: Project, up: Upright, { soft, ink, paper, font }: Palette): void {
  const { box: { a, b }, names } = relief
  const { x: nearX, y: nearY, left } = cornersOf(relief, project)
  const middle = project([0, 0, 0]).at
  const put = (text: string, x: number, y: number): void => {
    const start = Math.min(Math.max(x, 2), width - context.measureText(text).width - 2)
    context.strokeText(text, start, y)
    context.fillText(text, start, y)
  }
  /** Text beside a spot, away from the middle of the ground. */
  const write = (text: string, spot: Spot, distance: number): void => {
    const { at: [x, y] } = project(spot)
    const [dx, dy] = [x - middle[0], y - middle[1]]
    const length = Math.hypot(dx, dy) || 1
    const wide = context.measureText(text).width
    put(text, x + (dx / length) * distance - (dx > 0.35 * length ? 0 : dx < -0.35 * length ? wide : wide / 2), y + (dy / length) * distance + 4)
  }
  context.lineWidth = 1
  context.strokeStyle = soft
  trace(context, [project([...left, 0]).at, project([...left, 1]).at])
  const marks = (up.isLogarithmic ? powersBetween(up.low, up.high) : ticks(up.low, up.high, 5)).map((mark) => ({ mark, at: project([...left, up.of(mark)]).at }))
  for (const { at: [x, y] } of marks) trace(context, [[x - 4, y], [x, y]])
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = paper
  context.fillStyle = soft
  context.font = `11px ${font}`
  for (const tick of ticks(a[0], a[1], 4)) write(briefly(tick, 4), [groundOf({ a, b }, [tick, b[0]])[0], nearY, 0], 12)
  for (const tick of ticks(b[0], b[1], 4)) write(briefly(tick, 4), [nearX, groundOf({ a, b }, [a[0], tick])[1], 0], 12)
  for (const { mark, at: [x, y] } of marks) put(briefly(mark, 3), x - 7 - context.measureText(briefly(mark, 3)).width, y)
  context.fillStyle = ink
  context.font = `600 12px ${font}`
  write(names[0], [0, nearY, 0], 34)
  write(names[1], [nearX, 0, 0], 34)
  const [x, y] = project([...left, 1]).at
  put(names[2], x - context.measureText(names[2]).width / 2, y - 14)
}

const powersBetween = (low: number, high: number): number[] => {
  const first = Math.ceil(Math.log10(low))
  return Array.from({ length: Math.max(0, Math.floor(Math.log10(high)) - first + 1) }, (_, i) => Number((10 ** (first + i)).toPrecision(3)))
}

/** A path without the points that lie nowhere: in as many pieces as that makes. */
function piecesOf(points: readonly (Point | undefined)[]): Point[][] {
  const pieces: Point[][] = [[]]
  for (const point of points)
    if (point) pieces.at(-1)!.push(point)
    else pieces.push([])
  return pieces.filter(({ length }) => length > 0)
}

/** Everything that stays as it is while the run walks. */
export function paintRelief(context: CanvasRenderingContext2D, relief: Relief, screen: Screen, palette: Palette): void {
  const project = projection(relief.gaze, screen)
  const up = upright(...extentOf(relief.grid.heights))
  paintFloor(context, project, palette)
  paintPatches(context, relief, project, up, palette)
  paintScales(context, relief, screen, project, up, palette)
}

/** The path on the surface, as far as it lies in the picture, the arrow of the next step, and the ball. */
export function paintLiftedWalk(
  context: CanvasRenderingContext2D,
  { grid, box, gaze }: Omit<Relief, 'names'>,
  { path: { points }, point, step, walked }: LiftedWalk,
  screen: Screen,
  { path, paper, ink, font }: Palette,
): void {
  const project = projection(gaze, screen)
  const up = upright(...extentOf(grid.heights))
  const lifted = (place: Point): Point | undefined => {
    const height = heightAt(grid, box, place)
    return height === undefined || !Number.isFinite(height) ? undefined : project([...groundOf(box, place), up.of(height)]).at
  }
  const all = Array.from({ length: walked }, (_, i) => lifted([points[2 * i], points[2 * i + 1]]))
  const present = lifted(point)
  context.lineJoin = 'round'
  for (const [colour, width] of [[paper, 5], [path, 2.2]] as const) {
    context.strokeStyle = colour
    context.lineWidth = width
    for (const piece of piecesOf([...all, present])) trace(context, piece)
  }
  if (!present) return
  const next = lifted([point[0] + step[0], point[1] + step[1]])
  const length = next ? Math.hypot(next[0] - present[0], next[1] - present[1]) : 0
  context.font = `600 11px ${font}`
  const longer = Math.max(1, SHORTEST / length)
  if (next && longer <= LONGEST) {
    arrow(context, present, [present[0] + (next[0] - present[0]) * longer, present[1] + (next[1] - present[1]) * longer], ink, paper, longer)
  }
  const radius = 8
  const [x, y] = [present[0], present[1] - radius * 0.6]
  const shine = context.createRadialGradient(x - 3, y - 3, 1, x, y, radius)
  shine.addColorStop(0, 'white')
  shine.addColorStop(0.35, path)
  shine.addColorStop(1, path)
  disc(context, [x, y], radius)
  context.fillStyle = shine
  context.fill()
  context.strokeStyle = ink
  context.lineWidth = 1
  context.stroke()
}
