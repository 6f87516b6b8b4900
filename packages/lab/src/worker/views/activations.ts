/** What every unit gives: over the plane of two inputs, along the line of one, or as a histogram over the rows of many. */
import { type Plan, type Tensor, take } from 'kudari'
import { borderLines } from '../inside/borders.ts'
import { toByte } from '../inside/bytes.ts'
import { type SpacePoints, type Span, gridOf, pointsOf, spansOf } from '../inside/input-space.ts'
import { evenly } from '../inside/some-rows.ts'
import { type UnitRange, type UnitsLayer, rangeOf, sidesOf, unitLayers } from '../inside/units.ts'
import type { Moment, View } from '../moment.ts'

export interface ActivationsRequest {
  readonly isPlaying: boolean
}

export interface PlaneUnit extends UnitRange {
  /** Row by row from the top left, where the second input is largest: steps of `limit / 127` away from the centre. */
  readonly cells: Int8Array
  /** Where what the activation is given changes its sign, or where the decision changes: `[x1, y1, x2, y2, ...]` in cells. */
  readonly border: Float32Array
}

export interface LineUnit extends UnitRange {
  /** From the low end of the span to the high one. */
  readonly values: Float32Array
}

export interface SpreadUnit extends UnitRange {
  /** A histogram from the least to the most that any unit of the layer gives. */
  readonly bars: Uint32Array
}

export interface SpreadLayer extends UnitsLayer<SpreadUnit> {
  readonly low: number
  readonly high: number
}

export type ActivationsView =
  | { readonly kind: 'plane'; readonly side: number; readonly spans: readonly Span[]; readonly points: SpacePoints; readonly layers: readonly UnitsLayer<PlaneUnit>[] }
  | { readonly kind: 'line'; readonly spans: readonly Span[]; readonly points: SpacePoints; readonly layers: readonly UnitsLayer<LineUnit>[] }
  | { readonly kind: 'spread'; readonly rows: number; readonly layers: readonly SpreadLayer[] }

const SIDE = { playing: 32, atRest: 64 } as const
const LINE = 128
/** Histograms are made of so many rows; of images, each pixel of a channel counts. */
const ROWS = 500
const IMAGES = 24
const BARS = 24

const samples = new WeakMap<Plan, Tensor>()

function sampleOf(plan: Plan): Tensor {
  const known = samples.get(plan)
  if (known) return known
  const { x } = plan.training
  const rows = evenly(x.shape[0], plan.specification.layers.some(({ type }) => type === 'conv2d') ? IMAGES : ROWS)
  const sample = take(x, rows)
  samples.set(plan, sample)
  return sample
}

function histogram(values: Float64Array, low: number, high: number): Uint32Array {
  const bars = new Uint32Array(BARS)
  for (const value of values)
    if (Number.isFinite(value)) bars[high > low ? Math.min(BARS - 1, Math.floor(((value - low) / (high - low)) * BARS)) : 0]++
  return bars
}

function overPlane({ plan, state }: Moment, spans: readonly Span[], side: number): ActivationsView {
  const layers = unitLayers(plan, state, gridOf(plan, spans, side), (own): PlaneUnit => {
    const { values, scale: { centre, limit } } = own
    const sides = sidesOf(plan.pipeline, own)
    return {
      ...rangeOf(values),
      cells: Int8Array.from(values, (value) => toByte(value, centre, limit)),
      border: sides ? borderLines(sides, side, side) : new Float32Array(),
    }
  })
  return { kind: 'plane', side, spans, points: pointsOf(plan, spans), layers }
}

function alongLine({ plan, state }: Moment, spans: readonly Span[]): ActivationsView {
  const layers = unitLayers(plan, state, gridOf(plan, spans, LINE), ({ values }): LineUnit => ({ ...rangeOf(values), values: Float32Array.from(values) }))
  return { kind: 'line', spans, points: pointsOf(plan, spans), layers }
}

function overRows({ plan, state }: Moment): ActivationsView {
  const x = sampleOf(plan)
  const layers = unitLayers(plan, state, x, ({ values }) => values).map(({ units, ...layer }): SpreadLayer => {
    const ranges = units.map(rangeOf)
    const [low, high] = [Math.min(...ranges.map(({ min }) => min)), Math.max(...ranges.map(({ max }) => max))]
    return { ...layer, low, high, units: units.map((values, unit) => ({ ...ranges[unit], bars: histogram(values, low, high) })) }
  })
  return { kind: 'spread', rows: x.shape[0], layers }
}

export const activations: View<ActivationsRequest, ActivationsView> = (moment, { isPlaying }) => {
  const spans = spansOf(moment.plan)
  if (spans?.length === 2) return overPlane(moment, spans, isPlaying ? SIDE.playing : SIDE.atRest)
  return spans?.length === 1 ? alongLine(moment, spans) : overRows(moment)
}
