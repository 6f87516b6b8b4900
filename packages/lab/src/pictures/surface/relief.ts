/** The surface as a body in space: from heights to places on the screen, seen from a side that can be chosen. */
import type { Box, Grid, Interval } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { spansDecades } from './levels.ts'
import { ASPECT } from './place.ts'

/** From where the surface is seen, in radians. */
export interface Gaze {
  /** Turned around the vertical. */
  readonly yaw: number
  /** Raised above the horizon. */
  readonly pitch: number
}

const FIRST_PITCH = 0.72
/** Seen a little from the side, a surface looks more like a body. */
const ASIDE = 0.45
const PITCHES: Interval = [0.12, 1.45]

/** From the side that hides least: the highest corner is at the back. */
export function firstGaze({ columns, rows, heights }: Grid): Gaze {
  const corners = [[0, -1, -1], [columns - 1, 1, -1], [columns * (rows - 1), -1, 1], [columns * rows - 1, 1, 1]] as const
  const [[, x, y]] = corners.toSorted(([p], [q]) => (heights[q] || 0) - (heights[p] || 0))
  return { yaw: (Math.atan2(x, y) + ASIDE + 2 * Math.PI) % (2 * Math.PI), pitch: FIRST_PITCH }
}

export const turned = ({ yaw, pitch }: Gaze, by: number, up: number): Gaze =>
  ({ yaw: (yaw + by + 4 * Math.PI) % (2 * Math.PI), pitch: Math.min(Math.max(pitch + up, PITCHES[0]), PITCHES[1]) })

/** A place in the body: across and along the ground from -1 to 1 (or the aspect of it), upward from 0 to 1. */
export type Spot = readonly [x: number, y: number, z: number]

/** How far the body reaches to each side. */
export const REACH: Spot = [ASPECT, 1, 1.5]

/** How much nearer things look larger. */
const PERSPECTIVE = 0.14

export interface Screen {
  readonly width: number
  readonly height: number
}

/** Puts spots on a screen. `depth` grows with the distance from the eye. */
export function projection({ yaw, pitch }: Gaze, { width, height }: Screen): (spot: Spot) => { readonly at: Point; readonly depth: number } {
  const [sine, cosine] = [Math.sin(yaw), Math.cos(yaw)]
  const [up, level] = [Math.sin(pitch), Math.cos(pitch)]
  const scale = Math.min(width / 4.15, height / 3.7)
  return ([x, y, z]) => {
    const [across, along, upward] = [x * cosine - y * sine, x * sine + y * cosine, (z - 0.4) * REACH[2]]
    const depth = along * level - upward * up
    const size = scale / (1 + PERSPECTIVE * depth)
    return { at: [width / 2 + across * size, height / 2 - (along * up + upward * level) * size], depth }
  }
}

/** Heights as parts of the body's: in proportion, or where they span decades by their logarithms. */
export interface Upright {
  readonly isLogarithmic: boolean
  readonly low: number
  readonly high: number
  readonly of: (height: number) => number
}

/** Beyond so many powers of ten a valley would be flat. */
const DECADES = 2.5
const FLOOR = 1e-6

export function upright(low: number, high: number): Upright {
  const isLogarithmic = high > low && spansDecades(low, high, DECADES)
  if (!isLogarithmic) return { isLogarithmic, low, high, of: (height) => (high > low ? (height - low) / (high - low) : 0) }
  const floor = Math.max(low, high * FLOOR)
  return { isLogarithmic, low: floor, high, of: (height) => Math.log(Math.max(height, floor) / floor) / Math.log(high / floor) }
}

/** A place on the plane as one on the ground of the body. */
export const groundOf = ({ a, b }: Box, [x, y]: Point): Point =>
  [(2 * ((x - a[0]) / (a[1] - a[0])) - 1) * REACH[0], (2 * ((y - b[0]) / (b[1] - b[0])) - 1) * REACH[1]]

/** The numbers 0 ... `count` - 1, or from the last to the first. */
export const inOrder = (count: number, isBackwards: boolean): number[] =>
  Array.from({ length: count }, (_, i) => (isBackwards ? count - 1 - i : i))

/** Where a height lies among the levels, from 0 below the lowest to 1 above the highest; between two of them in proportion. */
export function shareAmong(levels: readonly number[], low: number, height: number): number {
  if (levels.length === 0) return 0
  const k = levels.findIndex((level) => level > height)
  if (k < 0) return 1
  const from = k === 0 ? low : levels[k - 1]
  return (k + Math.min(Math.max((height - from) / (levels[k] - from), 0), 1)) / (levels.length + 1)
}

/** Where the lines of a level cross a four-sided patch: pairs of places along its sides, the corners in a circle. */
export function crossings<Place>(corners: readonly number[], level: number, along: (side: number, share: number) => Place): Place[] {
  const places: Place[] = []
  for (let side = 0; side < 4; side++) {
    const [from, to] = [corners[side], corners[(side + 1) % 4]]
    if (from < level !== to < level) places.push(along(side, (level - from) / (to - from)))
  }
  return places
}
