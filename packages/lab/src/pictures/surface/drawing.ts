/** Lines, discs and arrows on a canvas. */
import { formatNumber } from 'kudari'
import type { Point } from '../../worker/views/surface/range.ts'

/** Adds a line through points to a path. */
export function lineThrough(path: CanvasPath, [first, ...rest]: readonly Point[]): void {
  path.moveTo(...first)
  for (const point of rest) path.lineTo(...point)
}

export function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath()
  lineThrough(context, points)
  context.stroke()
}

/** A line with another colour around it, so that it is seen on any ground. */
export function cased(context: CanvasRenderingContext2D, points: readonly Point[], colour: string, casing: string): void {
  context.lineJoin = 'round'
  context.strokeStyle = casing
  context.lineWidth = 5
  trace(context, points)
  context.strokeStyle = colour
  context.lineWidth = 2
  trace(context, points)
}

export function disc(context: CanvasRenderingContext2D, [x, y]: Point, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
}

/** Steps that would have to be drawn longer by more than this are none to speak of. */
export const LONGEST = 1000

/** An arrow with a casing; where it is drawn longer than what it stands for, the factor is written at its head. */
export function arrow(context: CanvasRenderingContext2D, from: Point, to: Point, colour: string, casing: string, longer = 1): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const angle = Math.atan2(dy, dx)
  const head = Math.min(11, Math.hypot(dx, dy) * 0.6)
  const back = (length: number, side: number): Point => [to[0] - length * Math.cos(angle + side), to[1] - length * Math.sin(angle + side)]
  const shape = (): void => {
    context.beginPath()
    lineThrough(context, [from, back(head * 0.8, 0)])
    lineThrough(context, [back(head, 0.45), to, back(head, -0.45)])
    context.closePath()
    context.stroke()
  }
  context.lineJoin = 'round'
  context.strokeStyle = casing
  context.lineWidth = 6
  shape()
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = 2.5
  shape()
  context.fill()
  if (longer <= 1) return
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.strokeStyle = casing
  const text = `×${formatNumber(longer, 2)}`
  const at = back(-9 - 0.5 * context.measureText(text).width * Math.abs(Math.cos(angle)), 0)
  context.strokeText(text, ...at)
  context.fillText(text, ...at)
}
