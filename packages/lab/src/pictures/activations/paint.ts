/** How a unit is painted: over the plane of two inputs, along one, or as a histogram. */
import { type Pen } from '../canvas/painting.tsx'
import { paintSteps } from '../canvas/cells.ts'
import type { RampName } from '../canvas/palette.ts'
import type { SpacePoints } from '../../worker/inside/input-space.ts'
import type { LineUnit, PlaneUnit, SpreadUnit } from '../../worker/views/activations.ts'

/** What the points of the rows are coloured by. */
export type PointColour = (palette: Pen['palette'], truth: number) => string

function paintPoint({ context, palette }: Pen, x: number, y: number, radius: number, colour: string): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = palette.css.paper
  context.fill()
  context.beginPath()
  context.arc(x, y, radius * 0.72, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
}

export interface PlanePicture {
  readonly unit: PlaneUnit
  readonly side: number
  readonly ramp: RampName
  readonly points: SpacePoints
  readonly colour: PointColour
}

export function paintPlane(pen: Pen, { unit, side, ramp, points, colour }: PlanePicture): void {
  const { context, width, height, palette } = pen
  // The outermost points of the grid lie on the edge, so that half of a cell is cut off around.
  const [across, down] = [width / (side - 1), height / (side - 1)]
  paintSteps(pen, unit.cells, side, side, palette.ramp(ramp), { x: -across / 2, y: -down / 2, width: width + across, height: height + down }, true)
  const radius = Math.max(1.4, width / 75)
  context.globalAlpha = width > 160 ? 0.9 : 0.6
  for (let i = 0; i < points.truth.length; i++) paintPoint(pen, points.at[2 * i] * width, (1 - points.at[2 * i + 1]) * height, radius, colour(palette, points.truth[i]))
  context.globalAlpha = 1
  context.beginPath()
  for (let i = 0; i < unit.border.length; i += 4) {
    context.moveTo(unit.border[i] * across, unit.border[i + 1] * down)
    context.lineTo(unit.border[i + 2] * across, unit.border[i + 3] * down)
  }
  context.strokeStyle = palette.css.ink
  context.lineWidth = width > 160 ? 2 : 1.3
  context.lineCap = 'round'
  context.stroke()
}

export interface LinePicture {
  readonly unit: LineUnit
  /** What the plot reaches from and to. */
  readonly low: number
  readonly high: number
  /** The rows, for the output. */
  readonly points: SpacePoints | undefined
}

export function paintLine({ context, width, height, palette }: Pen, { unit: { values }, low, high, points }: LinePicture): void {
  const y = (value: number): number => height - 3 - ((value - low) / (high - low || 1)) * (height - 6)
  context.fillStyle = palette.css.nothing
  context.fillRect(0, 0, width, height)
  if (low <= 0 && high >= 0) {
    context.fillStyle = palette.css.soft
    context.fillRect(0, y(0) - 0.5, width, 1)
  }
  context.fillStyle = palette.css.soft
  context.globalAlpha = 0.6
  for (let i = 0; i < (points?.truth.length ?? 0); i++) {
    context.beginPath()
    context.arc(points!.at[i] * width, y(points!.truth[i]), 2, 0, 2 * Math.PI)
    context.fill()
  }
  context.globalAlpha = 1
  context.beginPath()
  for (const [i, value] of values.entries()) context.lineTo((i / (values.length - 1)) * width, y(value))
  context.strokeStyle = palette.css.positive
  context.lineWidth = 2
  context.lineJoin = 'round'
  context.stroke()
}

export function paintHistogram({ context, width, height, palette }: Pen, { unit: { bars }, low, high }: { readonly unit: SpreadUnit; readonly low: number; readonly high: number }): void {
  const tallest = bars.reduce((a, b) => Math.max(a, b), 1)
  const across = width / bars.length
  const zero = high > low ? -low / (high - low) : -1
  context.fillStyle = palette.css.nothing
  context.fillRect(0, 0, width, height)
  for (const [i, count] of bars.entries()) {
    const tall = ((height - 3) * count) / tallest
    context.fillStyle = (i + 0.5) / bars.length < zero ? palette.css.negative : palette.css.positive
    context.fillRect(i * across + 0.5, height - tall, across - 1, tall)
  }
  if (zero <= 0 || zero >= 1) return
  context.fillStyle = palette.css.soft
  context.fillRect(zero * width - 0.5, 0, 1, height)
}
