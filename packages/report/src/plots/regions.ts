/** A classifier of two numeric inputs, seen from above: the ground in the colour of the class that it answers there. */
import * as Plot from '@observablehq/plot'
import { plain } from '../bilingual.ts'
import { classColor, classScales } from '../class-marks.ts'
import type { Html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { figures } from '../messages/figures.ts'
import type { PlanePicture } from '../summary.ts'
import { classLegend } from './classes.ts'
import { draw } from './draw.ts'
import { figure } from './figure.ts'
import { ground } from './ground.ts'
import { planeAxes, pointsInside } from './plane.ts'

const id = 'model-regions'

/**
 * By how much each class leads the best of the others, at every sample of the grid: where it is positive, that class is
 * the answer. Its contour at 0 is the smooth border of the region.
 */
export function leads(values: PlanePicture['values']): readonly (readonly number[])[] {
  const classes = values.length === 1 ? [values[0].map((p) => 1 - p), values[0]] : values
  return classes.map((own, k) =>
    own.map((p, i) => p - classes.reduce((best, other, j) => (j === k ? best : Math.max(best, other[i])), -Infinity)))
}

export function decisionRegions(picture: PlanePicture, classes: readonly string[]): Html {
  return figure({
    id,
    name: plain(figures.regions),
    about: plain(figures.regionsAbout),
    x: nameTag(picture.inputs[0]),
    y: nameTag(picture.inputs[1]),
    square: true,
    plot: draw(id, {
      width: 420, height: 400, ...planeAxes(picture), ...classScales(classes.length),
      marks: [
        ...leads(picture.values).map((lead, k) =>
          ground(picture, lead, {
            thresholds: [0], fill: classColor(k), fillOpacity: 0.2, stroke: classColor(k), strokeWidth: 1,
          })),
        Plot.dot(pointsInside(picture), {
          x: 'x', y: 'y', r: 4.5, fill: 'target', symbol: 'target', stroke: 'var(--paper)', strokeWidth: 0.75,
        }),
      ],
    }),
    legend: classLegend(classes),
  })
}
