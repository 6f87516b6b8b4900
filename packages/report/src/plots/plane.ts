/** A regression model of two numeric inputs, seen from above: its prediction as the colour of the ground. */
import * as Plot from '@observablehq/plot'
import { bilingual, plain } from '../bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag, quoted } from '../html/name.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { PlanePicture } from '../summary.ts'
import { draw } from './draw.ts'
import { figure } from './figure.ts'
import { ground } from './ground.ts'
import { thinEvenly } from './thin.ts'

const id = 'model-plane'
const most = 400
const levels = 12

type PlanePoint = PlanePicture['points'][number]

/** The rows that lie on the plane, not too many of them. */
export const pointsInside = ({ points, x, y }: PlanePicture): readonly PlanePoint[] =>
  thinEvenly(points.filter((p) => p.x >= x[0] && p.x <= x[1] && p.y >= y[0] && p.y <= y[1]), most)

/** The axes of the plane. */
export const planeAxes = ({ x, y }: PlanePicture): { readonly x: Plot.ScaleOptions; readonly y: Plot.ScaleOptions } => {
  const axis: Plot.ScaleOptions = { label: null, ticks: 6, tickFormat: formatTick }
  return { x: { ...axis, domain: x }, y: { ...axis, domain: y } }
}

function extent(values: readonly number[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}

/** The figure, or `undefined` where no prediction is finite. */
export function regressionPlane(picture: PlanePicture, target: string): Html | undefined {
  const points = pointsInside(picture)
  const [values] = picture.values
  const [low, high] = extent([...values, ...points.map((point) => point.target)])
  if (low > high) return undefined
  const [groundLow, groundHigh] = extent(values)
  const step = (groundHigh - groundLow) / levels
  const color: Plot.ScaleOptions = { type: 'linear', scheme: 'viridis', domain: [low, high === low ? low + 1 : high] }
  const ramp = Plot.scale({ color })
  const stops = Array.from({ length: 9 }, (_, i) => ramp.apply(low + ((high - low || 1) * i) / 8))
  return figure({
    id,
    name: plain(figures.plane),
    about: bilingual(figures.planeAbout, { target: quoted(target) }),
    x: nameTag(picture.inputs[0]),
    y: nameTag(picture.inputs[1]),
    square: true,
    plot: draw(id, {
      width: 420, height: 400, ...planeAxes(picture), color,
      marks: [
        // The lowest level lies just below the ground, so that no part of the plane stays bare.
        ground(picture, values, {
          fill: Plot.identity,
          thresholds: Array.from({ length: levels }, (_, i) => groundLow + step * i - (i === 0 ? Math.abs(step || 1) / 100 : 0)),
        }),
        Plot.dot(points, {
          x: 'x', y: 'y', r: 4.5, fill: 'target', stroke: 'white', strokeWidth: 1,
          title: (p: PlanePoint) => `x₁ = ${formatNumber(p.x)}, x₂ = ${formatNumber(p.y)}, yt = ${formatNumber(p.target)}`,
        }),
      ],
    }),
    legend: [html`<li class="ramp">${formatNumber(low, 4)}
<i style="background:linear-gradient(to right,${stops.join(',')})"></i>${formatNumber(high, 4)}
${nameTag(target)}</li>`],
  })
}
