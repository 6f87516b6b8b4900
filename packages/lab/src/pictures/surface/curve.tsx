/** The loss over one parameter: a curve, the points that the run walked on it, and the next step. */
import * as Plot from '@observablehq/plot'
import { t } from '../../language.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import { type Box, type Grid, between } from '../../worker/views/surface/grid.ts'
import { PlotFigure } from '../plot.tsx'
import { heightAt } from './heights.ts'
import { extentOf, spansDecades } from './levels.ts'
import { surfaceMessages } from './messages.ts'

export interface CurveProps {
  readonly view: SurfaceView
  readonly grid: Grid
  readonly box: Box
  readonly walked: number
  readonly name: string
  readonly label: string
}

const xy = { x: 'x', y: 'y' } as const
const ends = { x1: 'x', y1: 'y', x2: 'x2', y2: 'y2' } as const

export function Curve(props: CurveProps) {
  const options = (): Plot.PlotOptions => {
    const { view: { path: { points }, point, step, loss }, grid, box, walked } = props
    const on = (x: number) => ({ x, y: heightAt(grid, box, [x, 0]) ?? Number.NaN })
    const curve = Array.from(grid.heights, (y, i) => ({ x: between(box.a, i, grid.columns - 1), y }))
    const path = Array.from({ length: walked }, (_, i) => on(points[2 * i])).filter(({ y }) => Number.isFinite(y))
    const next = on(point[0] + step[0])
    const [low, high] = extentOf(grid.heights)
    const present = { x: point[0], y: loss, x2: next.x, y2: next.y }
    return {
      marginTop: 26,
      x: { label: props.name, domain: [...box.a] },
      y: { label: t(surfaceMessages.loss), grid: true, nice: true, type: spansDecades(low, high, 3) && low > 0 ? 'log' : 'linear' },
      marks: [
        Plot.line(curve, { ...xy, stroke: 'var(--train)', strokeWidth: 2.5 }),
        Plot.line(path, { ...xy, stroke: 'var(--class-1)', strokeOpacity: 0.5 }),
        Plot.dot(path, { ...xy, r: 2.5, fill: 'var(--class-1)' }),
        Number.isFinite(next.y) ? Plot.arrow([present], { ...ends, stroke: 'var(--ink)', strokeWidth: 2.5, headLength: 7 }) : null,
        Plot.dot([present], { ...xy, r: 7, fill: 'var(--class-1)', stroke: 'var(--paper)', strokeWidth: 2 }),
      ],
    }
  }
  return <PlotFigure options={options} label={props.label} ratio={0.7} />
}
