/** What moves on the map: the path walked, the present point, the arrow of the next step, and the gradient at right angles to the line of equal loss. */
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { LONGEST, arrow, cased, disc, trace } from './drawing.ts'
import type { Palette } from './palette.ts'
import { type Place, hasSameScale, toScreen } from './place.ts'

/** Points of the path that are marked one by one. */
const MARKED = 60
/** Arrows shorter than this are drawn longer; pixels. */
const SHORTEST = 30
const GRADIENT = 56

type Walk = Pick<SurfaceView, 'path' | 'point' | 'step' | 'gradient'>

/** By how much the arrow of a step is drawn longer than the step. */
export function enlargement(place: Place, { point, step }: Pick<Walk, 'point' | 'step'>): number {
  const [x0, y0] = toScreen(place, point)
  const [x1, y1] = toScreen(place, [point[0] + step[0], point[1] + step[1]])
  const length = Math.hypot(x1 - x0, y1 - y0)
  return length > 0 && length < SHORTEST ? SHORTEST / length : 1
}

/** How many points of the path have been walked at a moment. */
export const walkedPoints = ({ iterations }: SurfaceView['path'], iteration: number): number => {
  const next = iterations.findIndex((each) => each > iteration)
  return next < 0 ? iterations.length : next
}

/** The gradient, up the slope, the line of equal loss, and where both axes have one scale the right angle between them. */
function paintGradient(context: CanvasRenderingContext2D, place: Place, { point, gradient: [ga, gb] }: Walk, { gradient, paper }: Palette): void {
  const { width, height, box: { a, b } } = place
  const scale: Point = [width / (a[1] - a[0]), height / (b[1] - b[0])]
  const [x, y] = toScreen(place, point)
  const along = (da: number, db: number): Point => {
    const [dx, dy] = [da * scale[0], -db * scale[1]]
    const length = Math.hypot(dx, dy)
    return [(dx / length) * GRADIENT, (dy / length) * GRADIENT]
  }
  if (!(Math.hypot(ga, gb) > 0)) return
  const [up, level] = [along(ga, gb), along(-gb, ga)]
  context.setLineDash([6, 4])
  cased(context, [[x - 1.4 * level[0], y - 1.4 * level[1]], [x + 1.4 * level[0], y + 1.4 * level[1]]], gradient, paper)
  context.setLineDash([])
  arrow(context, [x, y], [x + up[0], y + up[1]], gradient, paper)
  if (!hasSameScale(place.box)) return
  const [p, q] = [up, level].map(([dx, dy]): Point => [dx * 0.24, dy * 0.24])
  cased(context, [[x + p[0], y + p[1]], [x + p[0] + q[0], y + p[1] + q[1]], [x + q[0], y + q[1]]], gradient, paper)
}

/** @param walked how many points of the path lie behind the present moment; those after it have been walked before. */
export function paintWalk(context: CanvasRenderingContext2D, place: Place, walk: Walk, walked: number, isGradientShown: boolean, palette: Palette): void {
  const { path: { points }, point, step } = walk
  const { left, top, width, height } = place
  const all = Array.from({ length: points.length / 2 }, (_, i): Point => toScreen(place, [points[2 * i], points[2 * i + 1]]))
  const present = toScreen(place, point)
  const before = [...all.slice(0, walked), present]
  context.save()
  context.font = `600 11px ${palette.font}`
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.setLineDash([2, 5])
  context.strokeStyle = palette.path
  context.lineWidth = 1.5
  trace(context, [present, ...all.slice(walked)])
  context.setLineDash([])
  cased(context, before, palette.path, palette.paper)
  context.fillStyle = palette.path
  for (const each of before.slice(0, MARKED)) {
    disc(context, each, 2.6)
    context.fill()
  }
  disc(context, all[0], 5)
  context.fillStyle = palette.paper
  context.fill()
  context.strokeStyle = palette.path
  context.lineWidth = 2
  context.stroke()
  if (isGradientShown) paintGradient(context, place, walk, palette)
  const longer = enlargement(place, walk)
  if (Math.hypot(...step) > 0 && longer <= LONGEST) arrow(context, present, toScreen(place, [point[0] + step[0] * longer, point[1] + step[1] * longer]), palette.ink, palette.paper, longer)
  disc(context, present, 7)
  context.fillStyle = palette.path
  context.fill()
  context.strokeStyle = palette.paper
  context.lineWidth = 2.5
  context.stroke()
  context.restore()
}
