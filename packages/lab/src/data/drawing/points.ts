/** Points that are drawn by hand: what was done to them, step by step, so that it can be undone. */
import type { DrawnPoints } from '../../worker/data-source.ts'

export type Point = DrawnPoints['points'][number]
export type DrawnTask = DrawnPoints['task']

/** The plane reaches from here to there in both directions. */
export const FROM = -1
export const TO = 1
/** So many steps can be undone. */
const STEPS = 200

export interface Drawing {
  readonly task: DrawnTask
  readonly points: readonly Point[]
  /** The point that is worked on. */
  readonly selected: number | undefined
  /** What the points were before, the last step at the end. */
  readonly before: readonly (readonly Point[])[]
}

export const emptyDrawing = (task: DrawnTask): Drawing => ({ task, points: [], selected: undefined, before: [] })

/** A place within the plane, in steps of a hundredth. */
export function placed(value: number): number {
  const rounded = Math.round(Math.min(TO, Math.max(FROM, value)) * 100) / 100
  return rounded === 0 ? 0 : rounded
}

/** @param step whether it can be undone by itself; a point that is dragged moves in one step. */
const withPoints = (drawing: Drawing, points: readonly Point[], selected: number | undefined, step: boolean): Drawing => ({
  ...drawing,
  points,
  selected,
  before: step ? [...drawing.before, drawing.points].slice(-STEPS) : drawing.before,
})

export const added = (drawing: Drawing, x: number, y: number, label: number): Drawing =>
  withPoints(drawing, [...drawing.points, [placed(x), placed(y), drawing.task === 'regression' ? 0 : label]], drawing.points.length, true)

export const selected = (drawing: Drawing, index: number | undefined): Drawing => ({ ...drawing, selected: index })

/** The selected point at another place. */
export function moved(drawing: Drawing, x: number, y: number, step: boolean): Drawing {
  const { points, selected: at } = drawing
  if (at === undefined) return drawing
  return withPoints(drawing, points.map((point, i): Point => (i === at ? [placed(x), placed(y), point[2]] : point)), at, step)
}

/** Without the selected point; the one before it is selected then. */
export function removed(drawing: Drawing): Drawing {
  const { points, selected: at } = drawing
  if (at === undefined) return drawing
  const left = points.filter((_, i) => i !== at)
  return withPoints(drawing, left, left.length > 0 ? Math.max(0, at - 1) : undefined, true)
}

export const cleared = (drawing: Drawing): Drawing => (drawing.points.length === 0 ? drawing : withPoints(drawing, [], undefined, true))

export function undone(drawing: Drawing): Drawing {
  const points = drawing.before.at(-1)
  return points ? { ...drawing, points, selected: undefined, before: drawing.before.slice(0, -1) } : drawing
}

/** What must be drawn before there is something to learn; undefined where there is. */
export function lacking({ task, points }: Pick<Drawing, 'task' | 'points'>): 'points' | 'classes' | 'heights' | undefined {
  const isCurve = task === 'regression'
  const inputs = new Set(points.map(([x, y]) => (isCurve ? `${x}` : `${x} ${y}`)))
  const outputs = new Set(points.map(([, y, k]) => (isCurve ? y : k)))
  if (outputs.size === 1) return isCurve ? 'heights' : 'classes'
  return inputs.size < 2 ? 'points' : undefined
}

/** The point within reach of a place, the last one drawn first. */
export function pointAt(points: readonly Point[], x: number, y: number, reach: number): number | undefined {
  const found = points.findLastIndex((point) => Math.hypot(point[0] - x, point[1] - y) <= reach)
  return found < 0 ? undefined : found
}
